"""Which passages look like headings: bold or larger than the text, and not the title over it.

>>> from extractor.readers.pages_lines import PrintedLine
>>> heading, text = (PrintedLine(words, 1, (80.0, y, 300.0, y + 16), 16.0, bold) for words, y, bold in (("工作成效", 100.0, True), ("全年立案3件。" * 5, 128.0, False)))
>>> passages = [Passage.of([heading]), Passage.of([text])]
>>> [passage.text for passage in passages if id(passage) in find_set_off(passages, 16.0)]
['工作成效']
"""

from collections.abc import Sequence

from extractor.readers.pages_blocks import Passage

LARGER = 1.1  # times the size of the text
LONGEST, FEWEST = 80, 2  # characters of a heading
FEW_BOLD = 0.5  # share of the characters, from which on being bold tells nothing
TITLE_SIZE = 1.25  # times the size of the text: what is as large and stands over all of it is the title


def find_set_off(passages: Sequence[Passage], size: float) -> set[int]:
    """The identities of the passages that are set off as headings are; ``size`` is that of most of the text in points."""
    length = sum(len(passage.text) for passage in passages)
    bold_tells = sum(len(passage.text) for passage in passages if _is_bold(passage)) < FEW_BOLD * length
    start = next((index for index, passage in enumerate(passages) if _is_prose(passage)), 0)
    return {
        id(passage)
        for index, passage in enumerate(passages)
        if (bold_tells and _is_bold(passage) or _is_larger(passage, LARGER * size))
        and FEWEST <= len(passage.text) <= LONGEST
        and not (index < start and _is_larger(passage, TITLE_SIZE * size))
    }


def _is_bold(passage: Passage) -> bool:
    return all(line.bold for line in passage.lines)


def _is_larger(passage: Passage, size: float) -> bool:
    return all(line.size > size for line in passage.lines)


def _is_prose(passage: Passage) -> bool:
    return "。" in passage.text
