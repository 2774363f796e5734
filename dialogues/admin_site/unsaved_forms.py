"""Store what is typed into a form until it is saved, and offer it again on the same screen."""

import json

from django.contrib.auth.decorators import permission_required
from django.http import JsonResponse
from django.utils import timezone
from django.utils.formats import date_format
from django.views.decorators.http import require_http_methods

from dialogues.models import UnsavedForm

# The inputs with which a script says from what screen, and what load of it, a form was sent.
SCREEN_INPUT, PAGE_INPUT = "unsaved_screen", "unsaved_page"
MAX_LENGTH = 2_000_000  # characters of one form
MAX_SCREEN = UnsavedForm._meta.get_field("screen").max_length
MAX_PAGE = UnsavedForm._meta.get_field("page").max_length
MAX_FORMS = 200  # of one person; the oldest are deleted
NEVER_STORED = ("password", "csrfmiddlewaretoken", "otp_token", SCREEN_INPUT, PAGE_INPUT)


@permission_required("dialogues.view_statement", raise_exception=True)
@require_http_methods(["GET", "POST"])
def unsaved_form(request):
    """GET ?screen=: the user's unsaved input there, as JSON; or `saved`, the load of the page that
    was saved last; or nothing.

    POST: store `fields` (JSON, see UnsavedForm) for `screen`; without fields, discard it.
    400 for what is not such a list, 413 for more than MAX_LENGTH characters.
    """
    data = request.POST if request.method == "POST" else request.GET
    screen = data.get("screen", "").replace("\0", "")
    if request.method == "GET":
        return JsonResponse(_stored(request.user, screen))
    text = data.get("fields", "")
    if len(text) > MAX_LENGTH:
        return JsonResponse({}, status=413)
    fields = _read(text)
    page = data.get("page", "").replace("\0", "")
    if fields is None or not 0 < len(screen) <= MAX_SCREEN or len(page) > MAX_PAGE:
        return JsonResponse({}, status=400)
    _store(request.user, screen, page, fields)
    return JsonResponse({"stored": bool(fields)})


def discard_saved(request, response):
    """Discard the input that a form was sent with, if the form was saved.

    A view that redirects without saving sets `is_refusal` on its response.
    """
    screen, page = (request.POST.get(name, "") for name in (SCREEN_INPUT, PAGE_INPUT))
    is_saved = response.status_code in (302, 303) and not getattr(response, "is_refusal", False)
    if screen and is_saved and "\0" not in screen + page:
        values = {"fields": [], "page": page[:MAX_PAGE], "stored_at": timezone.now()}
        UnsavedForm.objects.update_or_create(
            user=request.user, screen=screen[:MAX_SCREEN], defaults=values
        )


def _stored(user, screen):
    form = UnsavedForm.objects.filter(user=user, screen=screen).first()
    if form is None:
        return {}
    if not form.fields:
        return {"saved": form.page}
    at = timezone.localtime(form.stored_at)
    shown = date_format(at, "j F Y, H:i")
    return {"fields": form.fields, "at": shown, "time": int(at.timestamp() * 1000)}


def _store(user, screen, page, fields):
    forms = UnsavedForm.objects.filter(user=user)
    if forms.filter(screen=screen, page=page, fields=[]).exclude(page="").exists():
        return  # It was saved meanwhile.
    values = {"fields": fields, "page": page, "stored_at": timezone.now()}
    _form, is_new = forms.update_or_create(user=user, screen=screen, defaults=values)
    if is_new:
        UnsavedForm.delete_expired()
        latest = forms.values_list("pk", flat=True)[:MAX_FORMS]
        forms.exclude(pk__in=list(latest)).delete()


def _read(text):
    """The fields of a posted JSON text, without what must not be stored; None if it is no list."""
    try:
        fields = json.loads(text or "[]")
    except (ValueError, RecursionError):
        return None
    if not isinstance(fields, list) or not all(map(_is_field, fields)):
        return None
    return [field for field in fields if not any(part in field[0] for part in NEVER_STORED)]


def _is_field(field):
    is_list = isinstance(field, list) and len(field) == 3
    return is_list and all(isinstance(part, str) and _can_be_stored(part) for part in field)


def _can_be_stored(text):
    """Whether both databases can store it: no NUL, no half of a character."""
    return "\0" not in text and not any("\ud800" <= char <= "\udfff" for char in text)
