"""What the production server calls for each request."""

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "r2p_site.settings")

django_application = get_wsgi_application()
# What is loaded by now stays: looked through again and again for garbage, it would make one
# request in some dozens wait.
gc.collect()
gc.freeze()


def application(environ, start_response):
    """Django, told of no kind of content where a request has none.

    It would read the address in the charset named there, and fails at some names.
    """
    if environ["REQUEST_METHOD"] in ("GET", "HEAD"):
        environ.pop("CONTENT_TYPE", None)
    return django_application(environ, start_response)
