"""Previews of drafts, for signed-in curators and contributors."""

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
from dialogues.views.statements import statement_context


def for_staff(view):
    """Only for users who may read drafts; others must sign in, whether or not a draft exists."""

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


@for_staff
def statement_preview(request, reference):
    """A statement that is not public, as its page will be."""
    statement = get_object_or_404(Statement.objects.with_record(), reference=reference)
    context = statement_context(request, statement) | {"is_preview": True}
    return render(request, "dialogues/statement_detail.html", context)


class DialoguePreview(DialogueDetail):
    extra_context = {"is_preview": True}

    def get_queryset(self):
        return Dialogue.objects.with_page()


@for_staff
def dialogue_preview(request, slug):
    """A draft dialogue, as its page will be."""
    return DialoguePreview.as_view()(request, slug=slug).render()
