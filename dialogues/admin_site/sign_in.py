"""Signing in at the desk: the second factor, and the door that closes after wrong passwords."""

import qrcode
from django import forms
from django.contrib import admin, messages
from django.contrib.admin.forms import AdminAuthenticationForm
from django.db import transaction
from django.shortcuts import redirect, render
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django_otp import login as remember_second_factor
from django_otp.plugins.otp_totp.models import TOTPDevice
from qrcode.image.svg import SvgPathImage

CODE = forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric"})
WRONG = gettext_lazy("This code is not right, or was used before. Wait for the next one.")


class CodeField(forms.CharField):
    """Six digits, however they are typed: with a space or without."""

    widget = CODE

    def clean(self, value):
        return "".join(super().clean(value).split())


class SignInForm(AdminAuthenticationForm):
    """A name, a password, and a code from those who have a second factor."""

    otp_token = CodeField(
        label=gettext_lazy("Code from your authenticator app, if you use one"), required=False
    )

    def clean(self):
        super().clean()
        user = self.get_user()
        device = user and TOTPDevice.objects.filter(user=user, confirmed=True).first()
        if device and not is_right(device, self.cleaned_data.get("otp_token", "")):
            raise forms.ValidationError(WRONG, code="otp_token")
        if device:
            user.otp_device = device
        return self.cleaned_data


class CodeForm(forms.Form):
    """The first code of a new second factor."""

    otp_token = CodeField(label=gettext_lazy("Code"))

    def __init__(self, device, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.device = device

    def clean_otp_token(self):
        if not is_right(self.device, self.cleaned_data["otp_token"]):
            raise forms.ValidationError(WRONG)
        return self.cleaned_data["otp_token"]


def is_right(device, code):
    """Whether a code is the device's of this half minute, and used for the first time.

    Wrong codes make the device wait, longer each time.
    """
    with transaction.atomic():
        locked = TOTPDevice.objects.select_for_update().get(pk=device.pk)
        return locked.verify_token(code)


def second_factor(request):
    """A key for an authenticator app, until a first code shows that the app has it."""
    if TOTPDevice.objects.filter(user=request.user, confirmed=True).exists():
        return _second_factor_page(request, {})
    waiting = TOTPDevice.objects.filter(user=request.user, confirmed=False)
    device = waiting.first() or waiting.create(
        user=request.user, confirmed=False, name="Authenticator app"
    )
    form = CodeForm(device, request.POST or None)
    if request.method == "POST" and form.is_valid():
        device.refresh_from_db()
        device.confirmed = True
        device.save()
        remember_second_factor(request, device)
        messages.success(request, _("From now on you are asked for a code when you sign in."))
        return redirect("admin:index")
    drawn = qrcode.make(device.config_url, image_factory=SvgPathImage).to_string().decode()
    return _second_factor_page(
        request,
        {"form": form, "address": device.config_url, "drawing": mark_safe(drawn)},  # noqa: S308 drawn by qrcode
    )


def _second_factor_page(request, context):
    context |= admin.site.each_context(request) | {"title": _("Second factor")}
    return render(request, "admin/dialogues/second_factor.html", context)


def locked_out(request, credentials=None, *args, **kwargs):
    """429: too many wrong passwords."""
    context = admin.site.each_context(request) | {"title": _("Too many wrong passwords")}
    return render(request, "admin/dialogues/locked_out.html", context, status=429)
