"""The site's address, and parts of addresses."""

from functools import cache

from django.urls import Resolver404, resolve, reverse

# No statement has this reference. It marks the place of a reference in an address.
PLACEHOLDER = "0000000"

MAX_KEY_DIGITS = 18  # of the key of a record: more do not fit the databases' numbers


def record_key(text):
    """The key of a record in a text that a client sent; None if it cannot be one."""
    return int(text) if text.isdecimal() and len(text) <= MAX_KEY_DIGITS else None


def is_data_address(path):
    """Whether programs read what is at a path: errors are problem details, and its format is not
    negotiated."""
    return path.startswith("/api/") or path.endswith(".json")


def base_of(request):
    """The address of the site, without the final slash."""
    return request.build_absolute_uri("/").removesuffix("/")


def contact_address(contact):
    """The address of a contact, which may be a mail address; "" for none."""
    return f"mailto:{contact}" if "@" in contact and ":" not in contact else contact


def requested_reference(request):
    """The reference in the requested address, as the client wrote it; None if it has none."""
    try:
        return resolve(request.path_info).kwargs.get("reference")
    except Resolver404:
        return None


def file_links(extensions, route, *args):
    """[(extension, address)] of the files of a record; `route` takes the extension last."""
    return [(extension, reverse(route, args=[*args, extension])) for extension in extensions]


@cache
def address_parts(route):
    """(before, after): the parts of a route's address around the reference.

    Joining them is much faster than reverse() for each record, and SQL can do it.
    """
    before, after = reverse(route, args=[PLACEHOLDER]).split(PLACEHOLDER)
    return before, after
