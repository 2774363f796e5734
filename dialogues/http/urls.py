"""The address of the site as a request names it, and what an address holds."""

from django.urls import Resolver404, resolve


def base_of(request):
    """The address of the site, without a slash at its end."""
    return request.build_absolute_uri("/").removesuffix("/")


def typed_reference(request):
    """What stands in an address where the reference of a statement belongs; None elsewhere."""
    try:
        return resolve(request.path_info).kwargs.get("reference")
    except Resolver404:
        return None
