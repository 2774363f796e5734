"""Drafts as the public would see them, for those who work at the desk."""

from functools import wraps

from django.contrib.auth.views import redirect_to_login
from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from dialogues.models import Dialogue, Statement
from dialogues.roles import is_missing_second_factor
from dialogues.views.dialogues import DialogueDetail
from dialogues.views.statements import record_page


def at_the_desk(view):
    """Only for those who may read drafts; others sign in, and learn nothing of what there is."""

    @wraps(view)
    @never_cache
    @require_safe
    def guarded(request, *args, **kwargs):
        user = request.user
        if not (user.is_active and user.is_staff) or is_missing_second_factor(user):
            return redirect_to_login(request.get_full_path(), reverse("admin:login"))
        if not user.has_perm("dialogues.view_statement"):
            raise Http404
        response = view(request, *args, **kwargs)
        response["X-Robots-Tag"] = "noindex"
        return response

    return guarded


@at_the_desk
def statement_preview(request, reference):
    """A statement that is not public, as its page would be."""
    statement = get_object_or_404(Statement.objects.with_record(), reference=reference)
    context = record_page(request, statement) | {"is_preview": True}
    return render(request, "dialogues/statement_detail.html", context)


class DialoguePreview(DialogueDetail):
    extra_context = {"is_preview": True}

    def get_queryset(self):
        return Dialogue.objects.with_page()


@at_the_desk
def dialogue_preview(request, slug):
    """A dialogue that is a draft, as its page would be."""
    return DialoguePreview.as_view()(request, slug=slug).render()
