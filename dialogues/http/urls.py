"""The address of the site, and the parts of addresses."""

from django.urls import Resolver404, resolve, reverse

# A reference that no statement has, to make an address for many references at once.
PLACEHOLDER = "0000000"


def base_of(request):
    """The address of the site, without the slash at its end."""
    return request.build_absolute_uri("/").removesuffix("/")


def requested_reference(request):
    """The reference in the address of a statement, as the client wrote it; None elsewhere."""
    try:
        return resolve(request.path_info).kwargs.get("reference")
    except Resolver404:
        return None


def file_links(extensions, route, *args):
    """[(extension, address)] of the files of one record; the extension is the last argument."""
    return [(extension, reverse(route, args=[*args, extension])) for extension in extensions]


def address_parts(route):
    """What comes before and after the reference in the addresses of a route.

    Joining them is much faster than a reverse() for each record, and SQL can do it.
    """
    before, after = reverse(route, args=[PLACEHOLDER]).split(PLACEHOLDER)
    return before, after
