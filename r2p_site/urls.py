"""The site's addresses: the public record, and the desk of its curators."""

from django.contrib import admin
from django.urls import include, path

handler404 = "dialogues.views.errors.not_found"

urlpatterns = [
    path("admin/", include("dialogues.admin_site.account_urls")),
    path("admin/", admin.site.urls),
    path("", include("dialogues.urls")),
]
