"""The least that Django can answer: no middleware, no template, no query."""

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpResponse
from django.urls import path

settings.configure(
    ALLOWED_HOSTS=["*"], ROOT_URLCONF=__name__, SECRET_KEY="not secret", MIDDLEWARE=[]
)
urlpatterns = [path("", lambda request: HttpResponse("empty"))]
application = get_wsgi_application()
