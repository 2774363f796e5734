"""Sign-in to the admin: the second factor, and the lock after wrong passwords."""

import qrcode
from django import forms
from django.contrib import admin, messages
from django.contrib.admin.forms import AdminAuthenticationForm
from django.db import transaction
from django.shortcuts import render
from django.utils.cache import add_never_cache_headers
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django_otp import login as remember_second_factor
from django_otp.plugins.otp_totp.models import TOTPDevice
from qrcode.image.svg import SvgPathImage

from dialogues.admin_site.recovery_codes import codes_left, new_codes, use_code

CODE_INPUT = forms.TextInput(attrs={"autocomplete": "one-time-code"})
WRONG_CODE = gettext_lazy("This code is wrong or already used. Wait for the next one.")


class CodeField(forms.CharField):
    """Six digits, with or without spaces."""

    widget = CODE_INPUT

    def clean(self, value):
        return "".join(super().clean(value).split())


class SignInForm(AdminAuthenticationForm):
    """Username, password and, for users with a second factor, a code."""

    otp_token = CodeField(
        label=gettext_lazy("Code from your authenticator app, or a recovery code, if you use one"),
        required=False,
    )

    def clean(self):
        super().clean()
        user = self.get_user()
        device = user and TOTPDevice.objects.filter(user=user, confirmed=True).first()
        if device and not _is_valid(device, self.cleaned_data.get("otp_token", "")):
            raise forms.ValidationError(WRONG_CODE, code="otp_token")
        if device:
            user.otp_device = device
        return self.cleaned_data


def _is_valid(device, code):
    """Whether this is a code of the app, which has digits only, or a recovery code."""
    is_of_app = code.isdecimal() or not code
    return is_valid_code(device, code) if is_of_app else use_code(device.user, code)


class CodeForm(forms.Form):
    """The first code of a new second factor."""

    otp_token = CodeField(label=gettext_lazy("Code"))

    def __init__(self, device, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.device = device

    def clean_otp_token(self):
        if not is_valid_code(self.device, self.cleaned_data["otp_token"]):
            raise forms.ValidationError(WRONG_CODE)
        return self.cleaned_data["otp_token"]


def is_valid_code(device, code):
    """Whether this is the device's code of the current half minute, not used before (RFC 6238).

    After wrong codes the device rejects all codes for a while, longer each time.
    """
    with transaction.atomic():
        locked = TOTPDevice.objects.select_for_update().get(pk=device.pk)
        return locked.verify_token(code)


def second_factor(request):
    """Set up a second factor; or show a user who has one how many recovery codes are left."""
    device = TOTPDevice.objects.filter(user=request.user, confirmed=True).first()
    return _recovery_codes(request, device) if device else _set_up(request)


def _recovery_codes(request, device):
    """POST with a code of the app makes new recovery codes: a password alone must not."""
    form = CodeForm(device, request.POST or None)
    codes = new_codes(request.user) if request.method == "POST" and form.is_valid() else []
    context = {"renew": form, "codes": codes, "left": codes_left(request.user)}
    return _second_factor_page(request, context)


def _set_up(request):
    """Show the key until a first code proves that the app has it."""
    unconfirmed = TOTPDevice.objects.filter(user=request.user, confirmed=False)
    device = unconfirmed.first() or unconfirmed.create(
        user=request.user, confirmed=False, name="Authenticator app"
    )
    form = CodeForm(device, request.POST or None)
    if request.method == "POST" and form.is_valid():
        device.refresh_from_db()
        device.confirmed = True
        device.save()
        remember_second_factor(request, device)
        messages.success(
            request, _("The second factor is on. You need a code for each sign-in from now on.")
        )
        codes = new_codes(request.user)
        return _second_factor_page(request, {"codes": codes, "left": len(codes)})
    qr_code = qrcode.make(device.config_url, image_factory=SvgPathImage).to_string().decode()
    return _second_factor_page(
        request,
        {"form": form, "address": device.config_url, "qr_code": mark_safe(qr_code)},  # noqa: S308 made by qrcode
    )


def _second_factor_page(request, context):
    context |= admin.site.each_context(request) | {"title": _("Second factor")}
    response = render(request, "admin/dialogues/second_factor.html", context)
    add_never_cache_headers(response)
    return response


def locked_out(request, credentials=None, *args, **kwargs):
    """429: too many wrong passwords."""
    context = admin.site.each_context(request) | {"title": _("Too many wrong passwords")}
    return render(request, "admin/dialogues/locked_out.html", context, status=429)
