"""The addresses on which people who are not signed in choose a password, under /admin/.

Django's admin and its templates look for these names.
"""

from django.contrib.auth import views
from django.urls import path

from dialogues.admin_site.accounts import MailedResetView

urlpatterns = [
    path("password_reset/", MailedResetView.as_view(), name="admin_password_reset"),
    path("password_reset/done/", views.PasswordResetDoneView.as_view(), name="password_reset_done"),
    path(
        "reset/<uidb64>/<token>/",
        views.PasswordResetConfirmView.as_view(),
        name="password_reset_confirm",
    ),
    path("reset/done/", views.PasswordResetCompleteView.as_view(), name="password_reset_complete"),
]
