"""What a state did in a dialogue: the one vocabulary of tables, charts, legends and files."""

from typing import Self

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from dialogues.choices import ParticipationStatus


class DrawnChoices(TextChoices):
    """Choices that are also a short word in a table cell and a style in a chart.

    A member is declared as value, short label, style, height, label in the year grid (if it
    differs), label. `style` is a key of dialogues.charts.fills.FILLS, empty where nothing is drawn;
    `height` is the share of a full column in the year grid.
    """

    short_label: str | Promise
    style: str
    height: float
    grid_label: str | Promise

    def __new__(
        cls,
        value: str,
        short_label: str | Promise,
        style: str = "",
        height: float = 0.0,
        grid_label: str | Promise = "",
    ) -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        member.short_label, member.style, member.height = short_label, style, height
        member.grid_label = grid_label
        return member


class CoverageStatus(DrawnChoices):
    """What a state did in a dialogue, or why nothing is recorded; the first that applies.

    SPOKE, ON_BEHALF and REPRESENTED are of a single participation, in the year grid. The coverage
    ledger has OWN, BOTH and NAMED instead, which look at all that is recorded of the state.
    """

    OWN = "own", _("own"), "series-2", 1.0, _("took the floor, and no group spoke for it")
    BOTH = "both", _("both"), "spoke-and-group", 1.0, _("took the floor, and a group spoke for it")
    SPOKE = "spoke", _("spoke"), "series-2", 1.0, _("spoke")
    ON_BEHALF = "on-behalf", _("joint"), "series-4", 1.0, _("spoke on behalf of a group")
    NAMED = "named", _("named"), "series-5", 0.6, _("spoken for, named by the source")
    REPRESENTED = "represented", _("named"), "series-5", 0.6, _("spoken for by another")
    ALIGNED = "aligned", _("aligned"), "series-3", 0.45, _("aligned itself with a statement")
    INSCRIBED = "inscribed", _("listed"), "series-1", 0.3, _("inscribed, could not deliver")
    UNHEARD = (
        "unheard",
        _("unheard"),
        "unheard",
        0.25,
        _("represented by a speaker who did not deliver"),
    )
    ROLE = "role", _("role"), "role", 0.6, _("chaired, opened, closed or sat on the panel")
    DISSOCIATED = (
        "dissociated",
        _("apart"),
        "apart",
        0.2,
        _("asked not to be associated"),
        _("asked not to be associated with a group's statement"),
    )
    MEMBER = (
        "member",
        _("group"),
        "member",
        0.3,
        _("a group it belonged to was spoken for"),
        _("member of a group that spoke or was spoken for"),
    )
    NOTHING = "nothing", "–", "series-0", 0.08, _("nothing recorded")
    UNKNOWN = "list-unknown", "?", "unknown", 0.16, _("not known: no full list of speakers")
    NOT_MEMBER = "not-a-member", _("not yet"), _("not yet a member of the United Nations")
    NOT_HELD = "not-held", _("not held"), _("no dialogue was held")
    OUTSIDE = "outside", "·", _("not in the group")


# What the ledger counts as recorded, in the order of its legend.
RECORDED = (
    CoverageStatus.OWN,
    CoverageStatus.BOTH,
    CoverageStatus.NAMED,
    CoverageStatus.ALIGNED,
    CoverageStatus.INSCRIBED,
    CoverageStatus.UNHEARD,
    CoverageStatus.ROLE,
    CoverageStatus.DISSOCIATED,
    CoverageStatus.MEMBER,
)
# What the year grid shows, in the order of its legend.
IN_YEAR_GRID = tuple(
    status
    for status in CoverageStatus
    if status
    not in (
        CoverageStatus.OWN,
        CoverageStatus.BOTH,
        CoverageStatus.NAMED,
        CoverageStatus.UNHEARD,
        CoverageStatus.OUTSIDE,
    )
)
# What a single participation amounts to. One that spoke may be in a role, or on behalf of others.
STATUS_OF_PARTICIPATION = {
    ParticipationStatus.SPOKE: CoverageStatus.SPOKE,
    ParticipationStatus.REPRESENTED: CoverageStatus.REPRESENTED,
    ParticipationStatus.ALIGNED: CoverageStatus.ALIGNED,
    ParticipationStatus.INSCRIBED: CoverageStatus.INSCRIBED,
    ParticipationStatus.DISSOCIATED: CoverageStatus.DISSOCIATED,
}
