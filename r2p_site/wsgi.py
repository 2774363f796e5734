"""What the production server calls for each request."""

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "r2p_site.settings")

django_application = get_wsgi_application()
# Do not collect what is loaded by now: looking through it makes one request in some dozens wait.
gc.collect()
gc.freeze()


def application(environ, start_response):
    """Django, without the Content-Type of a request that has no body.

    Django would decode the address with the charset given there, and fails for some charsets.
    """
    if environ["REQUEST_METHOD"] in ("GET", "HEAD"):
        environ.pop("CONTENT_TYPE", None)
    return django_application(environ, start_response)
