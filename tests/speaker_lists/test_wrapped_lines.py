"""Names that a narrow column or a page wraps are whole again, and no other name is made of them."""

import pytest

from tests.speaker_lists.collection_names import speakers


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Norway, Papua New\nGuinea, Peru, South\nSudan and Mali",
         "norway papua-new-guinea peru south-sudan mali"),
        ("Mali, Papua New\nGuinea", "mali papua-new-guinea"),
        ("Mali, Equatorial\nGuinea, Peru", "mali equatorial-guinea peru"),
        ("Ghana\nPeru", "ghana peru"),
        ("Ghana, Peru\nMali, Chile", "ghana peru mali chile"),
        ("Papua New\nGuinea", "papua-new-guinea"),
        ("Papua\nNew\nGuinea\nGhana", "papua-new-guinea ghana"),
        ("Saint Vincent and the\nGrenadines\nGhana", "saint-vincent-and-the-grenadines ghana"),
        ("Trinidad\nand Tobago\nPeru", "trinidad-and-tobago peru"),
        ("Mali, Sao Tome and\nPrincipe, Peru", "mali sao-tome-and-principe peru"),
        ("Mali, Guinea\nBissau, Peru", "mali guinea-bissau peru"),
        ("Liechten-\nstein\nGhana", "liechtenstein ghana"),
        ("Ghana, Liechten\u2010\nstein, Peru", "ghana liechtenstein peru"),
        ("Ghana, Liechten\u00ad\nstein", "ghana liechtenstein"),
        ("Guinea-\nBissau\nTimor-\nLeste", "guinea-bissau timor-leste"),
        ("United States of\nAmerica, United Kingdom of Great\nBritain and Northern Ireland",
         "united-states united-kingdom"),
        ("United\nStates\nUnited\nKingdom", "united-states united-kingdom"),
        ("Iran (Islamic\nRepublic of) and Bolivia\n(Plurinational State of)", "iran bolivia"),
        ("Dominican\nRepublic\nCentral African\nRepublic",
         "dominican-republic central-african-republic"),
        ("Democratic Republic of the\nCongo\nRepublic of\nKorea",
         "democratic-republic-of-the-congo republic-of-korea"),
        ("Congo, Democratic Republic of the\nKorea, Republic of\nGambia, The",
         "democratic-republic-of-the-congo republic-of-korea gambia"),
        ("African Group: Ghana, South\nSudan\nGRULAC: Peru", "ghana south-sudan peru"),
        ("African Group\tGhana, South\nSudan\nGRULAC\tPeru", "ghana south-sudan peru"),
        ("1. Ghana\n2. Costa\nRica\n3. Peru", "ghana costa-rica peru"),
        ("Norway (on behalf of the\nNordic States)\nPeru", "norway peru"),
        ("Norway\non behalf of the Nordic States\nPeru", "norway peru"),
    ],
)  # fmt: skip
def test_a_wrapped_name_is_whole(text, printed):
    assert speakers(text) == printed.split()


def test_an_unknown_name_that_breaks_off_is_one_question():
    assert speakers("Mali, Papau New\nGuinea, Peru") == ["mali", "Papau New Guinea?", "peru"]
