"""Send each person of the desk one mail with the notices of the day."""

from django.core.management.base import BaseCommand, CommandError

from dialogues.mail import sending
from dialogues.mail.digest import send_digests


class Command(BaseCommand):
    help = "Mail the notices that people want once a day, together. Run it daily."

    def handle(self, *args, **options):
        if not sending.is_on():
            raise CommandError(
                "Set EMAIL_URL and SITE_ADDRESS first: mails need a server, and have links."
            )
        sent, unsent = send_digests()
        self.stdout.write(f"{sent} sent, {unsent} not sent.")
        if unsent:
            raise CommandError("Some mails were not sent: see the log. They are sent next time.")
