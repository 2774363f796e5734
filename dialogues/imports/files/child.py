"""Read a document in a process of its own, which cannot take more time and memory than it may.

`python -m dialogues.imports.files.child` reads bytes and writes blocks, or a refusal, as JSON.
"""

import json
import resource
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path

from dialogues.imports.files.blocks import Block, BlockKind
from dialogues.imports.files.reading import read_blocks
from dialogues.imports.files.refusals import UnreadableDocumentError

# From where Python finds this module, wherever the site was started.
PROJECT = Path(__file__).parents[3]
MAX_SECONDS = 30
MAX_MEMORY = 1_500_000_000  # bytes
MAX_TEXT = 5_000_000  # characters


def read_in_child(data: bytes) -> list[Block]:
    """The blocks of a document, read in a child process.

    Raises UnreadableDocumentError for a document that cannot be read, or not within the limits.
    """
    command = [sys.executable, "-m", "dialogues.imports.files.child"]
    try:
        done = subprocess.run(  # noqa: S603 (our own command; the document is its input)
            command, input=data, capture_output=True, timeout=MAX_SECONDS, cwd=PROJECT
        )
    except subprocess.TimeoutExpired as problem:
        raise UnreadableDocumentError("too-slow", limit=MAX_SECONDS) from problem
    if done.returncode:
        raise UnreadableDocumentError("broken")
    answer = json.loads(done.stdout)
    if "refused" in answer:
        raise UnreadableDocumentError(answer["refused"], **answer["values"])
    return [_block(values) for values in answer["blocks"]]


def _block(values):
    kind, cells = BlockKind(values.pop("kind")), tuple(values.pop("cells"))
    return Block(kind=kind, cells=cells, **values)


def main() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MAX_MEMORY, MAX_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (MAX_SECONDS, MAX_SECONDS))
    try:
        blocks = read_blocks(sys.stdin.buffer.read())
        if sum(len(block.text) for block in blocks) > MAX_TEXT:
            raise UnreadableDocumentError("too-large", limit=MAX_TEXT // 1_000_000)
        answer = {"blocks": [asdict(block) for block in blocks]}
    except UnreadableDocumentError as refusal:
        answer = {"refused": refusal.kind, "values": refusal.values}
    except (MemoryError, RecursionError):
        answer = {"refused": "broken", "values": {}}
    json.dump(answer, sys.stdout)


if __name__ == "__main__":
    main()
