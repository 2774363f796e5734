"""What an answer of the site says: a page as text, a table as rows."""

import csv
import json
from io import StringIO

from tests.html import html_of


def text_of(response):
    if response["Content-Type"].startswith("text/html"):
        return html_of(response)
    content = response.streaming_content if response.streaming else [response.content]
    return b"".join(content).decode()


def table_of(response):
    text = b"".join(response.streaming_content).decode("utf-8-sig")
    return list(csv.DictReader(StringIO(text)))


def rows_of(response):
    return json.loads(b"".join(response.streaming_content))
