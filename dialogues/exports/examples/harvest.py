"""Read all statements of the current edition; begin again if a new edition comes meanwhile."""

import json
from urllib.error import HTTPError
from urllib.request import urlopen

FIRST = "https://r2p.example/api/v1/statements/?limit=500"


def harvest(address: str) -> list[dict]:
    """All records of a list, page after page."""
    records = []
    while address:
        with urlopen(address) as answer:
            page = json.load(answer)
        records += page["records"]
        address = page["next"]
    return records


def harvest_whole(first: str) -> list[dict]:
    """All records of one edition."""
    while True:
        try:
            return harvest(first)
        except HTTPError as error:
            if error.code != 410:  # not a new edition
                raise


for statement in harvest_whole(FIRST):
    print(
        statement["reference"], statement["dialogue"]["year"], statement["summary"][:60], sep="\t"
    )
