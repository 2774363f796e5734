"""The printed lists behind the starter collection, pasted and parsed."""

import pytest

from dialogues.models import Dialogue, Edition
from dialogues.speaker_lists.counts import speaker_counts
from dialogues.speaker_lists.proposal import propose
from tests.records import make_dialogue, make_source
from tests.speaker_lists.test_proposal import save_all

pytestmark = pytest.mark.usefixtures("starter_collection", "db")

# As printed by the Global Centre for the Responsibility to Protect, summary of the dialogue of
# 6 September 2017, "Participation in the 2017 Dialogue".
TABLE_OF_2017 = """\
Africa Group\tBotswana, Egypt, Ghana, Morocco, Nigeria, Rwanda, South Africa, Sudan.
Asia-Pacific Group\tBangladesh, China, Democratic People’s Republic of Korea, India, Iran, Iraq, \
Japan, Kazakhstan, Myanmar, Pakistan, Philippines, Qatar, Republic of Korea, Saudi Arabia, \
Solomon Islands, Syria, Thailand, Turkey, Vanuatu.
Eastern Europe Group\tArmenia, Azerbaijan, Belarus, Croatia, Czech Republic, Georgia, Hungary, \
Latvia (on behalf of the “Baltic 3,” including Estonia and Lithuania), Montenegro, Russia, \
Slovakia, Slovenia, Ukraine.
Latin American and Caribbean Group\tArgentina, Bolivia, Brazil, Chile, Costa Rica, Cuba, Ecuador, \
Guatemala, Haiti, Mexico, Nicaragua, Panama, Paraguay, Peru, Uruguay, Venezuela.
Western Europe and Others Group\tAndorra, Australia, Belgium, Canada, France, Germany, Ireland, \
Israel, Italy, and Liechtenstein, Luxembourg, Netherlands (on behalf of the Group of Friends of \
R2P), Norway (on behalf of the Nordic States: Denmark, Finland, Iceland, and Sweden), Spain, \
Switzerland, United Kingdom, United States.
Regional Orgs.\tEuropean Union.
Observer Missions\tHoly See, Palestine.
"""


def test_every_state_of_the_table_of_2017_is_recognised():
    proposal = propose(make_dialogue(), TABLE_OF_2017)
    _by_heading, by_kind = speaker_counts(proposal, make_dialogue(), stated=73)

    assert (proposal.unknown, proposal.warnings) == ([], [])
    assert [(count.number, count.agrees) for count in by_kind] == [(73, True), (2, None), (1, None)]
    assert len(proposal.new) == 82


def test_the_table_of_2017_is_saved_as_it_is_recorded():
    recorded = Dialogue.objects.get(slug="unga-2017-09-06")
    dialogue = make_dialogue()

    save_all(propose(dialogue, TABLE_OF_2017), dialogue)

    assert participations_of(dialogue) == participations_of(recorded)


def test_the_same_table_pasted_again_changes_nothing():
    recorded = Dialogue.objects.get(slug="unga-2017-09-06")
    source = make_source()
    before = Edition.objects.current_number()

    proposal = propose(recorded, TABLE_OF_2017)

    assert (proposal.new, len(proposal.recorded)) == ([], 82)
    assert save_all(proposal, recorded, source) == []
    assert Edition.objects.current_number() == before


def test_the_damaged_list_of_2016_warns_of_lost_names_and_invents_none():
    text = "European Union\n\nRwanda (on behalf of the Group of Friends of RtoP)\n\n"
    text += "South Africa (on behalf of the African Group)" + "\n" * 13 + "New Zealand\n\n\n\n"
    text += "Cote d'Ivoire\n\nVenezuela (Bolivarian Republic of)\n\n\n\n\n\nRepublic of Korea"

    proposal = propose(make_dialogue(), text)

    assert [row.participant.slug for row in proposal.rows] == [
        "european-union", "rwanda", "south-africa", "new-zealand", "cote-divoire",
        "venezuela", "republic-of-korea",
    ]  # fmt: skip
    assert [warning.values["count"] for warning in proposal.warnings] == [12, 3, 5]


def participations_of(dialogue):
    """{(participant, capacity, status, group, on behalf of ...)} of the states in the table."""
    participations = dialogue.participations.filter(participant__isnull=False).exclude(
        participant__kind__in=["civil-society", "un-entity", "regional-organization"]
    )
    return {
        (
            row.participant.slug,
            row.capacity,
            row.status,
            row.name_as_printed,
            row.group_as_printed,
            row.printed_group and row.printed_group.slug,
            row.on_behalf_of and row.on_behalf_of.slug,
            row.on_behalf_of_as_printed,
            row.represented_by and row.represented_by.name_as_printed,
        )
        for row in participations.from_the_floor()
    }
