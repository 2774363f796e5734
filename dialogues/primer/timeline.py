"""From the report of 2001 to the debate of 2025, each entry with its source."""

from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

UN_DOCUMENTS = "https://undocs.org/"


class TimelineEntry(NamedTuple):
    """What happened, with its source.

    `address` is that of the source, `path` the page of a record here; either may be empty.
    """

    when: str | Promise
    text: str | Promise
    source: str | Promise
    address: str = ""
    path: str = ""


def _document(when, text, symbol, path=""):
    """An entry whose source is a United Nations document."""
    return TimelineEntry(when, text, symbol, UN_DOCUMENTS + symbol.partition(",")[0], path)


TIMELINE = (
    TimelineEntry(
        _("December 2001"),
        _(
            "The International Commission on Intervention and State Sovereignty, set up by Canada, "
            "publishes its report “The Responsibility to Protect”. It is not a report of the "
            "United Nations."
        ),
        _("Report of the Commission, 2001"),
        "https://idrc-crdi.ca/en/book/responsibility-protect-report-international-commission-"
        "intervention-and-state-sovereignty",
    ),
    _document(
        _("2 December 2004"),
        _(
            "A panel appointed by the Secretary-General endorses an emerging norm of a collective "
            "responsibility to protect."
        ),
        "A/59/565",
    ),
    _document(
        _("March 2005"),
        _("Secretary-General Kofi Annan asks governments to embrace the idea."),
        "A/59/2005",
    ),
    _document(
        _("16 September 2005"),
        _("The World Summit adopts its outcome, with paragraphs 138 and 139 on R2P."),
        "A/RES/60/1",
        "/themes/world-summit-commitment/",
    ),
    _document(
        _("28 April 2006"),
        _(
            "The Security Council reaffirms paragraphs 138 and 139 in a resolution on the "
            "protection of civilians."
        ),
        "S/RES/1674(2006)",
    ),
    TimelineEntry(
        _("21 February 2008"),
        _(
            "Edward Luck becomes the first Special Adviser of the Secretary-General with a focus "
            "on R2P."
        ),
        _("United Nations, Special Adviser"),
        "https://www.un.org/fr/preventgenocide/adviser/edwardluck.shtml",
        "/people/edward-luck/",
    ),
    _document(
        _("12 January 2009"),
        _("The Secretary-General’s first report on R2P arranges it in three pillars."),
        "A/63/677",
        "/themes/three-pillars/",
    ),
    TimelineEntry(
        _("July 2009"),
        _("The General Assembly debates R2P, on 23, 24 and 28 July."),
        _("Press releases GA/10848 to GA/10850"),
        "https://press.un.org/en/2009/ga10848.doc.htm",
        "/dialogues/unga-2009-07-23/",
    ),
    _document(
        _("14 September 2009"),
        _(
            "The Assembly takes note of the report and the debate, and decides to continue its "
            "consideration: its first resolution on R2P."
        ),
        "A/RES/63/308",
        "/votes/a-res-63-308/",
    ),
    _document(
        _("9 August 2010"),
        _("The first of eight annual informal interactive dialogues, until 2017."),
        "A/64/864",
        "/dialogues/unga-2010-08-09/",
    ),
    _document(
        _("17 March 2011"),
        _(
            "On Libya, the Security Council reiterates the responsibility of the Libyan "
            "authorities to protect the population, and authorizes measures to protect civilians."
        ),
        "S/RES/1973(2011)",
    ),
    TimelineEntry(
        _("9 November 2011"),
        _("Brazil circulates a concept paper, “Responsibility while protecting”."),
        _("Ministry of Foreign Affairs of Brazil"),
        "https://www.gov.br/mre/pt-br/canais_atendimento/imprensa/notas-a-imprensa/conselho-de-"
        "seguranca-das-nacoes-unidas-debate-aberto-sobre-protecao-de-civis-em-conflito-armado-"
        "nova-york-9-de-novembro-de-2011",
    ),
    _document(
        _("23 October 2015"),
        _(
            "States launch the Code of Conduct of the Accountability, Coherence and Transparency "
            "group (ACT) on Security Council action against genocide, crimes against humanity or "
            "war crimes."
        ),
        "A/70/621",
        "/themes/act-code-of-conduct/",
    ),
    _document(
        _("2016"),
        _("The Framework of Analysis for Atrocity Crimes is circulated in the Assembly."),
        "A/70/741",
        "/themes/framework-of-analysis/",
    ),
    TimelineEntry(
        _("15 September 2017"),
        _("The Assembly votes to put R2P on its agenda, for one session."),
        _("Vote on the agenda of the 72nd session"),
        "",
        "/votes/inclusion-72nd-session/",
    ),
    TimelineEntry(
        _("25 June 2018"),
        _("The Assembly begins its first formal debate on R2P since 2009."),
        _("Press release GA/12038"),
        "https://press.un.org/en/2018/ga12038.doc.htm",
        "/dialogues/unga-2018-06-25/",
    ),
    _document(
        _("17 July 2020"),
        _(
            "The Human Rights Council adopts a resolution on R2P, by 32 votes to 1, with 14 "
            "abstentions."
        ),
        "A/HRC/RES/44/14",
        "/votes/a-hrc-res-44-14/",
    ),
    _document(
        _("11 May 2021"),
        _("The Human Rights Council holds an intersessional panel on national policies."),
        "A/HRC/48/39",
        "/dialogues/hrc-2021-05-11/",
    ),
    _document(
        _("18 May 2021"),
        _(
            "The Assembly makes R2P an item of its annual agenda and asks for an annual report, by "
            "115 votes to 15, with 28 abstentions."
        ),
        "A/RES/75/277",
        "/votes/a-res-75-277/",
    ),
    _document(
        _("26 April 2022"),
        _(
            "The Assembly decides to debate every veto cast in the Security Council. The "
            "resolution is not on R2P alone."
        ),
        "A/RES/76/262",
        "/themes/veto-restraint/",
    ),
    TimelineEntry(
        _("25 June 2025"),
        _("The Assembly begins its debate twenty years after the summit."),
        _("Global Centre for the Responsibility to Protect, 2025"),
        "https://www.globalr2p.org/publications/summary-of-the-2025-un-general-assembly-plenary-"
        "meeting-on-the-responsibility-to-protect",
        "/dialogues/unga-2025-06-25/",
    ),
)
