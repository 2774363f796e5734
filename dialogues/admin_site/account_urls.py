"""The addresses on which people who are not signed in choose a password, under /admin/.

Django's admin and its templates look for these names.
"""

from django.contrib.auth import views
from django.urls import path

from dialogues.admin_site.accounts import MailedResetView
from dialogues.admin_site.site import CuratorAdminSite

# What the admin's pages show at the top.
NAMES = {"site_title": CuratorAdminSite.site_title, "site_header": CuratorAdminSite.site_header}


def _page(view):
    return view.as_view(extra_context=NAMES)


urlpatterns = [
    path("password_reset/", _page(MailedResetView), name="admin_password_reset"),
    path("password_reset/done/", _page(views.PasswordResetDoneView), name="password_reset_done"),
    path(
        "reset/<uidb64>/<token>/",
        _page(views.PasswordResetConfirmView),
        name="password_reset_confirm",
    ),
    path("reset/done/", _page(views.PasswordResetCompleteView), name="password_reset_complete"),
]
