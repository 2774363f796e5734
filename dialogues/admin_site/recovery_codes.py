"""Codes with which a person signs in once each when the phone with the second factor is lost."""

from django.db import transaction
from django_otp.plugins.otp_static.models import StaticDevice, StaticToken

NUMBER = 10


def new_codes(user):
    """Replace a user's recovery codes; returns the new ones, which are shown once."""
    with transaction.atomic():
        StaticDevice.objects.filter(user=user).delete()
        device = StaticDevice.objects.create(user=user, name="Recovery codes")
        codes = [StaticToken.random_token() for _number in range(NUMBER)]
        device.token_set.bulk_create(StaticToken(device=device, token=code) for code in codes)
    return codes


def codes_left(user):
    """How many recovery codes a user has not used."""
    return StaticToken.objects.filter(device__user=user).count()


def use_code(user, code):
    """Whether this is an unused recovery code of the user; it is used up.

    After wrong codes all are rejected for a while, longer each time.
    """
    with transaction.atomic():
        devices = StaticDevice.objects.select_for_update().filter(user=user)
        return any(device.verify_token(code.lower()) for device in devices)
