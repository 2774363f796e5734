"""Enter several officials or figures of one dialogue on one page, one on each line."""

from django import forms
from django.contrib import admin, messages
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.forms import formset_factory
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from dialogues.admin.row_forms import FigureRow, OfficialRow
from dialogues.models import Dialogue, Person, SourceDocument, open_edition
from dialogues.snapshot.participant_names import ParticipantNames

ROWS = 10  # empty lines
REASON = gettext_lazy("Entered")


class PlaceForm(forms.Form):
    """Where in the source all lines are."""

    source = forms.ModelChoiceField(SourceDocument.objects, label=gettext_lazy("Source"))
    section = forms.CharField(label=gettext_lazy("Section"), max_length=300, required=False)
    paragraph = forms.CharField(label=gettext_lazy("Paragraph"), max_length=40, required=False)

    def __init__(self, dialogue, *args, **kwargs):
        super().__init__(*args, **kwargs)
        sources = SourceDocument.objects.options_for(dialogue)
        self.fields["source"].queryset = sources
        self.fields["source"].initial = sources.filter(dialogues=dialogue).first()


@permission_required("dialogues.add_participation", raise_exception=True)
def enter_officials(request, pk):
    """The speakers with a role of their own: opening, chairing, on the panel."""
    return _enter(request, pk, OfficialRow, _("Enter officials"))


@permission_required("dialogues.add_reportedfigure", raise_exception=True)
def enter_figures(request, pk):
    """The numbers that the source prints."""
    return _enter(request, pk, FigureRow, _("Enter figures"))


def _enter(request, pk, row_form, title):
    """The form with empty lines; POST saves all lines that are filled in, or none."""
    dialogue = get_object_or_404(Dialogue, pk=pk)
    names = ParticipantNames.read()
    known = {
        "dialogue": dialogue,
        "names": names,
        "people": Person.objects.by_names(),
        "may_add_people": "new_people" in request.POST,
    }
    rows = formset_factory(row_form, extra=ROWS, max_num=200)(
        request.POST or None, prefix="rows", form_kwargs=known
    )
    place = PlaceForm(dialogue, request.POST or None)
    are_valid = request.method == "POST" and rows.is_valid()
    if are_valid and place.is_valid():
        filled = [row for row in rows if row.has_changed()]
        if _save(request, place, filled):
            return redirect("admin:dialogue-workbench", dialogue.pk)
    context = admin.site.each_context(request) | {
        "title": title,
        "subtitle": str(dialogue),
        "dialogue": dialogue,
        "place": place,
        "rows": rows,
        "asks_about_people": any(row.is_new_person for row in rows),
        "names": sorted(map(str, names.participants.values())),
        "people": Person.objects.order_by("name").values_list("name", flat=True),
    }
    return render(request, "admin/dialogues/enter_rows.html", context)


def _save(request, place, rows):
    """Save all lines in one edition, or none. Returns whether anything was saved."""
    if not rows:
        place.add_error(None, _("Fill in at least one line."))
        return False
    try:
        with open_edition(REASON, request.user):
            for row in rows:
                _save_row(row, place.cleaned_data)
    except ValidationError as problem:
        place.add_error(None, _("Nothing is saved. %s") % " ".join(problem.messages))
        return False
    except IntegrityError:
        place.add_error(None, _("Nothing is saved: another person saved the same at this moment."))
        return False
    message = ngettext("%d line saved.", "%d lines saved.", len(rows))
    messages.success(request, message % len(rows))
    return True


def _save_row(row, place):
    """Save the record of a line. Raises a ValidationError that names the line."""
    try:
        record = row.record(place)
        record.clean_fields(exclude=["key"])
        record.clean()
        record.fill_derived_fields()
        _refuse_duplicate(record)
        record.save()
    except ValidationError as problem:
        raise ValidationError(f"{row.label}: {' '.join(problem.messages)}") from problem


def _refuse_duplicate(record):
    """Raise ValidationError, in words, for what the database would refuse."""
    try:
        record.validate_unique()
        record.validate_constraints()
    except ValidationError as problem:
        raise ValidationError(_("The dialogue has it already.")) from problem
