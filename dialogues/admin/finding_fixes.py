"""Where a finding is fixed: the page to go to, with what is known filled in."""

from typing import NamedTuple
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from dialogues.http.urls import record_key
from dialogues.models import Finding, Name, Participation, ReportedFigure


class Fix(NamedTuple):
    """What fixes a finding, and the address of the page for it."""

    label: str
    address: str


def fix_of(finding):
    """The Fix of a finding; None if its record has to be read first."""
    fix = FIXES.get(finding.check_name)
    return fix and fix(finding)


def _add_name(finding):
    """Add the printed name as another name of the participant that was recorded for it."""
    participation = Participation.objects.filter(pk=record_key(_last_part(finding))).first()
    if participation is None or participation.participant_id is None:
        return None
    values = {
        "participant": participation.participant_id,
        "name": participation.name_as_printed,
        "kind": Name.Kind.VARIANT.value,
    }
    label = _("Add “%s” as a name") % participation.name_as_printed
    return Fix(label, f"{reverse('admin:dialogues_name_add')}?{urlencode(values)}")


def _open_passage(finding):
    query = urlencode({"at": finding.statement.reference})
    return Fix(_("Open it next to its source"), f"{reverse('admin:review')}?{query}")


def _choose_theme(finding):
    query = urlencode({"ids": finding.statement_id})
    return Fix(_("Choose its themes"), f"{reverse('admin:statement-grid')}?{query}")


def _open_figure(finding):
    figure = ReportedFigure.objects.filter(key=_last_part(finding)).first()
    if figure is None:
        return None
    return Fix(
        _("Open the figure"), reverse("admin:dialogues_reportedfigure_change", args=[figure.pk])
    )


def _last_part(finding):
    """What its check found the finding by, after the key of its record."""
    return finding.key.rpartition(":")[2]


FIXES = {
    Finding.Check.NAME: _add_name,
    Finding.Check.QUOTATION: _open_passage,
    Finding.Check.THEME: _choose_theme,
    Finding.Check.COUNT: _open_figure,
}
