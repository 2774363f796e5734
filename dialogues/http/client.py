"""Who asks, as far as limits need to know: an address, and for a day a name that tells nothing."""

from ipaddress import ip_address, ip_network

from django.conf import settings
from django.utils import timezone
from django.utils.crypto import salted_hmac


def client_address(request):
    """The address of whoever asks; for an IPv6 address the network of one house, in which one may
    change it at will."""
    address = request.META.get("REMOTE_ADDR", "")
    if settings.BEHIND_PROXY:
        # The last one is the proxy's own word; those before it are the visitor's.
        address = request.headers.get("X-Forwarded-For", address).rpartition(",")[2].strip()
    try:
        ip = ip_address(address)
    except ValueError:
        return address
    return str(ip_network((ip, 64), strict=False)) if ip.version == 6 else address


def visitor_id(request, purpose):
    """A name for whoever asks, for one day and one purpose. No address can be read from it."""
    return salted_hmac(purpose, f"{timezone.localdate()} {client_address(request)}").hexdigest()
