"""Words of the dialogues and of the United Nations, each with its source."""

from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Term(NamedTuple):
    """A word or phrase. `theme` is the slug of the theme it belongs to, or "" if none fits."""

    name: str | Promise
    meaning: str | Promise
    source: str | Promise
    theme: str = ""


class TermGroup(NamedTuple):
    """The terms under one heading."""

    heading: str | Promise
    terms: tuple[Term, ...]


CRIMES = (
    Term(
        _("Atrocity crimes"),
        _(
            "In reports of the Secretary-General, the four acts of paragraph 138. The Framework of "
            "Analysis uses it for the three with a legal definition: genocide, crimes against "
            "humanity and war crimes."
        ),
        "A/75/863, footnote 1; A/70/741",
        "concept-and-definition",
    ),
    Term(
        _("Genocide"),
        _(
            "Acts such as killing members of a group, committed with intent to destroy, in whole "
            "or in part, a national, ethnical, racial or religious group, as such."
        ),
        _("Genocide Convention, Article II; Rome Statute, Article 6"),
        "legal-instruments",
    ),
    Term(
        _("War crimes"),
        _("Serious violations of the law of armed conflict."),
        _("Rome Statute, Article 8"),
        "legal-instruments",
    ),
    Term(
        _("Crimes against humanity"),
        _(
            "Acts such as murder, torture or deportation, committed as part of a widespread or "
            "systematic attack directed against any civilian population, with knowledge of the "
            "attack."
        ),
        _("Rome Statute, Article 7"),
        "legal-instruments",
    ),
    Term(
        _("Ethnic cleansing"),
        _(
            "Removing people of a group from an area by force or intimidation. It has no "
            "definition of its own in a treaty; the acts can be crimes against humanity, war "
            "crimes or genocide."
        ),
        _("Asia-Pacific Centre for the Responsibility to Protect"),
        "concept-and-definition",
    ),
    Term(
        _("Incitement"),
        _(
            "Urging others to commit such acts. Paragraph 138 makes its prevention part of the "
            "State’s responsibility."
        ),
        _("A/RES/60/1, paragraph 138; Genocide Convention, Article III"),
        "hate-speech",
    ),
)
COMMITMENT = (
    Term(
        _("Populations"),
        _("The people whom a State is to protect. The text of 2005 does not say “citizens”."),
        _("A/RES/60/1, paragraphs 138 and 139"),
        "world-summit-commitment",
    ),
    Term(
        _("Manifestly failing"),
        _(
            "What national authorities must be, under paragraph 139, before collective action is "
            "considered. The text neither defines it nor says who decides."
        ),
        _("A/RES/60/1, paragraph 139"),
        "pillar-3",
    ),
    Term(
        _("Timely and decisive"),
        _("How collective action is to be taken; also the short name of the third pillar."),
        _("A/RES/60/1, paragraph 139; A/63/677, section IV"),
        "pillar-3",
    ),
    Term(
        _("Case-by-case"),
        _("Each case is judged by itself: paragraph 139 sets no automatic trigger."),
        _("A/RES/60/1, paragraph 139"),
        "world-summit-commitment",
    ),
    Term(
        _("Pillar one, two, three"),
        _(
            "The protection responsibilities of the State; international assistance and "
            "capacity-building; timely and decisive response. The resolution of 2005 does not use "
            "these words."
        ),
        "A/63/677",
        "three-pillars",
    ),
    Term(
        _("Chapters VI, VII and VIII"),
        _(
            "Parts of the Charter of the United Nations: on the peaceful settlement of disputes; "
            "on threats to the peace, with or without armed force; on regional arrangements."
        ),
        _("Charter, Articles 33 to 54"),
        "use-of-force",
    ),
    Term(
        _("Responsibility while protecting"),
        _(
            "Brazil’s proposal of 2011: prevention first, force as a last resort, and its use "
            "monitored once it is authorized."
        ),
        _("International Coalition for the Responsibility to Protect, 2012"),
        "use-of-force",
    ),
    Term(
        _("Selectivity"),
        _("The criticism that R2P is invoked in some situations and not in others alike."),
        _("A/HRC/48/39, paragraph 29"),
        "consistency",
    ),
)
COUNCIL = (
    Term(
        _("Veto"),
        _(
            "A negative vote of a permanent member, which blocks a decision of the Security "
            "Council that is not procedural. The Charter does not use the word."
        ),
        _("Charter, Article 27 (3)"),
        "veto-restraint",
    ),
    Term(
        _("ACT Code of Conduct"),
        _(
            "A pledge to support Security Council action against genocide, crimes against humanity "
            "and war crimes, and not to vote against a credible draft resolution to that end."
        ),
        "A/70/621",
        "act-code-of-conduct",
    ),
    Term(
        _("France/Mexico initiative"),
        _(
            "An invitation to the five permanent members to refrain, voluntarily and collectively, "
            "from the veto in cases of mass atrocities."
        ),
        _("Foreign minister of France, 30 September 2015"),
        "france-mexico-initiative",
    ),
    Term(
        _("Veto debate"),
        _("The General Assembly’s debate within ten working days of a veto."),
        _("A/RES/76/262, paragraph 1"),
        "veto-restraint",
    ),
)
BODIES = (
    Term(
        _("Special Advisers"),
        _(
            "Two advisers of the Secretary-General: on the Prevention of Genocide, and, since "
            "2008, on the Responsibility to Protect. A Joint Office supports both."
        ),
        "S/2004/567; SG/A/1845",
        "special-advisers",
    ),
    Term(
        _("Early warning"),
        _("Finding signs of risk early enough to act on them."),
        _("A/RES/60/1, paragraph 138; A/64/864"),
        "early-warning",
    ),
    Term(
        _("Framework of Analysis"),
        _("A tool of the Joint Office to assess the risk of atrocity crimes."),
        "A/70/741",
        "framework-of-analysis",
    ),
    Term(
        _("Focal Point"),
        _("A senior official whom a government names to promote R2P at home and abroad."),
        _("A/HRC/48/39, paragraph 30"),
        "focal-points",
    ),
    Term(
        _("Group of Friends"),
        _(
            "An informal group of States and the European Union in New York and Geneva. A "
            "statement in its name is not the national statement of each member."
        ),
        _("A/HRC/48/39, footnote 3"),
    ),
    Term(
        _("Universal Periodic Review"),
        _("The Human Rights Council’s review of how each State fulfils its human rights duties."),
        _("A/RES/60/251, paragraph 5 (e)"),
        "upr",
    ),
    Term(
        _("Commission of inquiry, investigative mechanism"),
        _(
            "Bodies that establish facts on serious violations, or collect and preserve evidence "
            "for courts."
        ),
        _("OHCHR; A/RES/71/248"),
        "investigative-mechanisms",
    ),
)
MEETINGS = (
    Term(
        _("Informal interactive dialogue"),
        _(
            "A meeting convened by the President of the General Assembly, as a rule with a panel. "
            "We found no official record of those of 2010 to 2017."
        ),
        _("Sources of this collection"),
        "general-assembly",
    ),
    Term(
        _("Plenary debate"),
        _("A formal meeting of the General Assembly under an item of its agenda."),
        _("Rules of procedure of the General Assembly"),
        "formal-agenda",
    ),
    Term(
        _("Verbatim record"),
        _(
            "The official word-for-word account of a meeting, in the first person; its symbol has "
            "PV. A summary record is shorter and in the third person."
        ),
        _("United Nations, meeting records"),
    ),
    Term(
        _("Joint statement"),
        _("Delivered by one delegation in the name of several; not the opinion of each alone."),
        _("Use on this site"),
    ),
    Term(
        _("Aligned itself with"),
        _("Supported another delegation’s statement. Alone, that does not make a state a speaker."),
        _("Use on this site"),
    ),
    Term(
        _("Regional group"),
        _(
            "One of five informal groups of Members: African, Asia-Pacific, Eastern European, "
            "Latin American and Caribbean, Western European and other States."
        ),
        _("UN Juridical Yearbook 1996, page 442"),
    ),
    Term(
        _("Right of reply"),
        _("A short speech in answer to another delegation, as a rule at the end of the day."),
        _("General Assembly decision 34/401"),
    ),
    Term(
        _("Recorded vote"),
        _(
            "A vote by name, published for each Member. In a roll-call, in the strict sense, each "
            "is called by name."
        ),
        _("United Nations, voting"),
    ),
    Term(
        _("Adopted without a vote"),
        _("No vote was taken. It does not mean that every State agreed with each word."),
        _("Use on this site"),
    ),
)
GLOSSARY = (
    TermGroup(_("The four acts"), CRIMES),
    TermGroup(_("The words of the commitment"), COMMITMENT),
    TermGroup(_("The Security Council and the veto"), COUNCIL),
    TermGroup(_("Offices and mechanisms"), BODIES),
    TermGroup(_("Meetings, speaking, records"), MEETINGS),
)
