"""The answer to a form without a valid token (CSRF), in the public site and in the admin."""

from django.urls import reverse

from dialogues.admin_site.interrupted_posts import offer_after_refusal
from dialogues.views.errors import refused


def csrf_failure(request, reason=""):
    """403; the admin offers to send the form again if it came from one of its own pages."""
    is_admin = request.path.startswith(reverse("admin:index"))
    answer = offer_after_refusal(request, reason) if is_admin else None
    return answer or refused(request, reason)
