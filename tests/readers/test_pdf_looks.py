"""Specimens printed by LibreOffice say in every look what their text says."""

from collections import Counter
from itertools import islice
from pathlib import Path
from typing import Any

import pytest

from extractor import extract_text
from extractor.document import Source
from extractor.pipeline import extract
from extractor.readers.pdf import read
from tests.agreement import facts
from tests.makers.pdf import LOOKS, Look, has_office, printed, unbroken
from tests.samples import specimens

pytestmark = [pytest.mark.slow, pytest.mark.skipif(not has_office(), reason="no LibreOffice to print with")]

EACH = 4  # specimens in a look; benchmarks/pdf.py prints all of them in all looks
SAME = 0.98


@pytest.mark.parametrize(("number", "look"), list(enumerate(LOOKS)), ids=[look.name for look in LOOKS])
def test_a_printed_report_says_what_its_text_says(number: int, look: Look, tmp_path: Path) -> None:
    chosen = list(islice(specimens(), number % 5, None, 5))[:EACH]
    texts = [unbroken(path.read_text(encoding="utf-8")) for path in chosen]
    stated: Counter[tuple[Any, ...]] = Counter()
    kept: Counter[tuple[Any, ...]] = Counter()
    for path, text, data in zip(chosen, texts, printed(texts, tmp_path, look), strict=True):
        own = Counter((path.stem, *fact) for fact in facts(extract_text(text)))
        stated += own
        kept += own & Counter((path.stem, *fact) for fact in facts(extract(read(data, Source()))))
    assert kept.total() >= SAME * stated.total(), stated - kept
