"""What every answer with data says of itself."""

from django.conf import settings


def about_data(request):
    """{edition, licence, licence_url} of an answer; the edition is 0 before the first."""
    return {
        "edition": int(request.edition.partition(" ")[0]),
        "licence": settings.DATA_LICENCE,
        "licence_url": settings.DATA_LICENCE_URL,
    }
