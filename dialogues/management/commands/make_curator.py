"""Create the first login."""

import secrets

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.management.base import BaseCommand

NAME = "curator"


class Command(BaseCommand):
    help = "Create an editor and print the password once, unless a user can already sign in."

    def handle(self, **options):
        users = get_user_model().objects
        if users.filter(is_staff=True).exists():
            return
        password = secrets.token_urlsafe(12)
        curator = users.create_user(NAME, password=password, is_staff=True)
        curator.groups.add(Group.objects.get(name="Editors"))
        self.stdout.write(f"An editor can sign in as {NAME!r} with the password {password}")
        self.stdout.write("It is shown only once. To set another: manage.py changepassword curator")
