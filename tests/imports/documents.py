"""Made-up documents, one of each class, and the same in other kinds of file."""

import io
from html import escape

import docx

from dialogues.imports.files.blocks import BlockKind
from dialogues.imports.files.reading import read_blocks

SUMMARY = """\
# Summary of the interactive dialogue of the General Assembly, 1 July 2024

The dialogue was opened by Ms. Ann Example, President of the General Assembly. Three states and the
European Union (EU) delivered statements. Chile delivered a statement on behalf of the Group of
Friends of the Responsibility to Protect.

## Participation

African Group\tGhana, Mali.
Others\tChile (on behalf of the Group of Friends of the Responsibility to Protect), Peru.

## Key themes

Many delegations supported the report. The Group of Friends emphasized that "early warning is of no
use without early action." Ghana similarly noted crimes committed in Syria and Yemen, a view that
was shared by several states, including Peru and Mali. In his remarks the Secretary-General urged
states to act. Two delegations asked for a vote.
"""
REPORT = """\
  I. Opening

1. The panel discussion of the Human Rights Council was held on 2 March 2023. It was moderated by

the Director of the Test Centre, Bob Sample, and opened by the Special Adviser on Tests.

2. The Special Adviser on Tests stressed that prevention mattered,1 and that the Council had

recalled it in its resolution.
  1 A/HRC/99/1.
A/HRC/99/2

 3

3. The Special Adviser further noted that Qatar had acted. The moderator welcomed that.

4. Some delegations, including Peru, questioned it. According to them, it was too early. The

delegations of Mali and Ghana were also inscribed on the list of speakers, but were not able to

deliver statements. Delegates of the following organizations also took the floor: Nobody Yet

Network and Second Unknown Trust.

5. Many speakers asked for more. For many delegations, it was enough.
"""
PRESS = """\
GA/99999

General Assembly Holds Debate on Responsibility to Protect

1 and 2 July 2024

ANN EXAMPLE (Chile), speaking for the Group of Friends of the Responsibility to Protect and also \
in her national capacity, said that early warning needed resources. “We must act,” she stressed.

BOB SAMPLE (Ghana) expressed support for the report. Prevention was cheaper. He called on the \
Council to act. His country had done so. It was, he added, no use to wait.

CARA DUMMY (Peru) asked how the Office could help.

Also speaking today were representatives of Costa Rica, Estonia (also on behalf of Latvia and \
Lithuania) and Japan.
"""
VERBATIM = """\
General Assembly
12th plenary meeting
Monday, 1 July 2024

The President (spoke in French): I open the debate.

Mr. Sample (Ghana): I thank you. We call on all States to join the Code of Con-
duct.

We believe that “prevention is better than cure”. Conduct matters.

Ms. Dummy (Peru) (spoke in Spanish): I speak on behalf of the Group of Friends of the Responsibility
to Protect.

Now, in my national capacity, Peru condemns the violence in Syria.

The President: I now give the floor to the representative of Atlantis.

Mr. Nobody (Atlantis): We have nothing to add.
"""
STATEMENT = """\
PERMANENT MISSION OF CHILE

Statement by H.E. Ms. Ann Example, Permanent Representative of Chile
on behalf of the Group of Friends of the Responsibility to Protect
New York, 1 July 2024

I have the honour to speak for the Group. We thank you. We believe that prevention in Syria failed.

My own country supports the Code of Conduct.
"""
STATEMENT_IN_FRENCH = """\
Déclaration de la Suisse
Débat de l'Assemblée générale
New York, le 1er juillet 2024

Nous remercions le Secrétaire général. Ma délégation soutient le Code. Nous saluons le Bureau.
"""
SUMMARY_IN_FRENCH = """\
Résumé du dialogue interactif de l'Assemblée générale
1 juillet 2024

Le Mexique et le Chili ont appelé à agir. Plusieurs délégations ont exprimé leur soutien.
"""
LIST = """\
Provisional list of speakers
Interactive dialogue, 1 July 2024

1. Chile (on behalf of the Group of Friends of the Responsibility to Protect)
2. Ghana
3. European Union
"""
BACKGROUND = """\
Our work

The Office met with senior officials of Mali in 2012. Mr. Bob Sample said that it was useful.
"""


def as_html(text):
    """A page with the blocks of a text, between the furniture of a site."""
    parts = "".join(map(_element, read_blocks(text.encode())))
    return (
        "<!doctype html><html><head><title>Brazil</title><style>p { color: red }</style></head>"
        f"<body><nav>Argentina said hello.</nav>{parts}"
        "<footer>Japan</footer><script>document.write('France said no.')</script></body></html>"
    )


def _element(block):
    if block.kind == BlockKind.HEADING:
        return f"<h2>{escape(block.text)}</h2>"
    if block.kind == BlockKind.ROW:
        cells = "".join(f"<td>{escape(cell)}</td>" for cell in block.cells)
        return f"<table><tr>{cells}</tr></table>"
    return f"<p>{escape(block.text)}</p>"


def as_docx(text):
    document = docx.Document()
    for block in read_blocks(text.encode()):
        if block.kind == BlockKind.HEADING:
            document.add_heading(block.text, level=2)
        elif block.kind == BlockKind.ROW:
            cells = document.add_table(rows=1, cols=len(block.cells)).rows[0].cells
            for cell, words in zip(cells, block.cells, strict=True):
                cell.text = words
        else:
            document.add_paragraph(block.text)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()
