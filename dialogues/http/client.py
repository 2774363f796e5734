"""The client of a request, for rate limits: its address, and a daily pseudonym."""

from ipaddress import ip_address, ip_network

from django.conf import settings
from django.utils import timezone
from django.utils.crypto import salted_hmac


def client_address(request):
    """The IP address of the client; of an IPv6 address the /64 network.

    Within its /64 network a household can change its address at will.
    """
    address = request.META.get("REMOTE_ADDR", "")
    if settings.BEHIND_PROXY:
        # Only the last entry comes from our proxy; the client can write the others.
        address = request.headers.get("X-Forwarded-For", address).rpartition(",")[2].strip()
    try:
        ip = ip_address(address)
    except ValueError:
        return address
    return str(ip_network((ip, 64), strict=False)) if ip.version == 6 else address


def visitor_id(request, purpose):
    """A pseudonym of the client for one day and one purpose. It does not reveal the address."""
    message = f"{timezone.localdate()} {client_address(request)}"
    return salted_hmac(purpose, message).hexdigest()
