"""Invitations, new passwords, and what is mailed to a person."""

from django import forms
from django.contrib import admin, messages
from django.contrib.auth.decorators import permission_required
from django.contrib.auth.forms import PasswordResetForm
from django.contrib.auth.models import User
from django.contrib.auth.views import PasswordResetView
from django.core.cache import cache
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from dialogues.mail import sending
from dialogues.mail.accounts import send_reset
from dialogues.models import MailPreference, Notice

RESET_PAUSE = 5 * 60  # seconds between two mails to one person
MAX_LISTED = 50  # notices


class MailedResetForm(PasswordResetForm):
    """Mails the link to a new password, with the address of the site and not of the request."""

    def clean_email(self):
        if not sending.is_on():
            raise forms.ValidationError(
                _("This site sends no mail. Ask an editor for a link to a new password.")
            )
        return self.cleaned_data["email"]

    def save(self, **_options):
        users = User.objects.filter(email__iexact=self.cleaned_data["email"], is_active=True)
        for user in users:
            if cache.add(f"password-reset-{user.pk}", True, RESET_PAUSE):
                send_reset(user)


class MailedResetView(PasswordResetView):
    form_class = MailedResetForm


class MailPreferenceForm(forms.ModelForm):
    class Meta:
        model = MailPreference
        fields = ["sent_back", "waiting", "reader"]


@permission_required("dialogues.view_statement", raise_exception=True)
def notices(request):
    """The latest notices of the user, and the form of what comes by mail."""
    preference = MailPreference.objects.filter(user=request.user).first()
    form = MailPreferenceForm(
        request.POST or None, instance=preference or MailPreference(user=request.user)
    )
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, _("Saved."))
        return redirect("admin:notices")
    context = admin.site.each_context(request) | {
        "title": _("Notices"),
        "form": form,
        "notices": request.user.notices.all()[:MAX_LISTED],
        "has_address": bool(request.user.email),
        "mail_is_on": sending.is_on(),
    }
    return render(request, "admin/dialogues/notices.html", context)


@never_cache
def stop_mail(request, token):
    """Switch one kind of mail off, without signing in: GET asks, POST does it.

    404 for a token that is not valid.
    """
    user, kind = _user_and_kind(token)
    if request.method == "POST":
        preference, _is_new = MailPreference.objects.get_or_create(user=user)
        for switched_off in Notice.Kind if kind == sending.ALL else [kind]:
            setattr(preference, MailPreference.column_of(switched_off), MailPreference.Time.NEVER)
        preference.save()
    context = {
        "title": _("Mail"),
        "kind": _("all notices") if kind == sending.ALL else Notice.Kind(kind).label,
        "is_done": request.method == "POST",
        "site_title": admin.site.site_title,
        "site_header": admin.site.site_header,
    }
    return render(request, "admin/dialogues/stop_mail.html", context)


def _user_and_kind(token):
    key, kind = sending.read_stop_token(token) or (None, "")
    user = User.objects.filter(pk=key).first()
    if user is None or kind not in (*Notice.Kind, sending.ALL):
        raise Http404(_("This link is not complete. Copy the whole address from the mail."))
    return user, kind
