"""Slugs for records whose names may be of any script, or those of others."""

from hashlib import sha256
from itertools import chain, count

from django.utils.text import slugify

MAX_SLUG = 80  # characters, without a number


def free_slug(model, name):
    """A slug of a name that no record of the model has: numbered if needed."""
    slug = slug_of(name)
    taken = set(model._base_manager.filter(slug__startswith=slug).values_list("slug", flat=True))
    numbered = (f"{slug}-{number}" for number in count(2))
    return next(other for other in chain([slug], numbered) if other not in taken)


def free_key(model, base):
    """The base, or the base with the first number that no record of the model has as its key."""
    base = base[: model._meta.get_field("key").max_length - 5]
    taken = set(model._base_manager.filter(key__startswith=base).values_list("key", flat=True))
    numbered = (f"{base}-{number}" for number in count(2))
    return next(key for key in chain([base], numbered) if key not in taken)


def slug_of(name):
    """The letters and digits of a name; of one without Latin letters the beginning of a digest."""
    digest = sha256(name.encode()).hexdigest()[:8]
    return slugify(name)[:MAX_SLUG].strip("-") or f"n-{digest}"
