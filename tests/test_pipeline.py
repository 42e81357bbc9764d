"""The order of the stages: what comes of a whole document."""

import pytest

from extractor.document import Document
from extractor.indicators.rules import parse_rules
from extractor.pipeline import extract, read
from tests.indicators.sentences import port_rules
from tests.samples import REPORT

OWN = parse_rules('[[rule]]\ncode = "port.dredged"\nname = "清淤量"\ndimension = "volume"\ncues = ["清淤"]', "own")
TEXT = "某市港航局2021年度法治政府建设情况报告\n一、港口建设\n全年清淤3.5万立方米，立案12件。"


def test_the_stages_agree_on_the_body() -> None:
    found = read(Document.of(REPORT))
    body = found.body.span
    assert all(body.start <= heading.start for heading in found.outline.headings)
    assert all(body.covers(reading.frame.quantity.digits) for reading in found.findings.readings)
    assert all(body.covers(denial.span) for denial in found.findings.denials)


def test_every_quantity_of_the_body_is_read_once() -> None:
    found = read(Document.of(REPORT))
    quantities = [n.span for n in found.numerals if n.quantity and found.body.span.covers(n.span)]
    assert [reading.frame.quantity.digits for reading in found.findings.readings] == quantities


@pytest.mark.parametrize(
    ("codes", "rules"),
    [(["port.dredged", None], tuple(OWN)), ([None, "penalty.filed"], port_rules()), (["port.dredged", "penalty.filed"], (*OWN, *port_rules()))],
)
def test_a_catalogue_of_ones_own(codes: list[str | None], rules: tuple[object, ...]) -> None:
    found = read(Document.of(TEXT), rules)  # type: ignore[arg-type]  # rules of either catalogue
    assert [reading.code for reading in found.findings.readings] == codes


def test_a_record_has_its_checks() -> None:
    checks = extract(Document.of("某市港航局2021年度法治政府建设情况报告\n立案17件，其中超载类9件、无证类8件。")).checks
    assert ("breakdown", "passed") in {(check.check, check.status) for check in checks}


def test_the_same_document_gives_the_same_record() -> None:
    document = Document.of(REPORT)
    assert extract(document) == extract(document)


def test_another_catalogue_leaves_nothing_behind() -> None:
    before = extract(Document.of(TEXT))
    extract(Document.of(TEXT), tuple(OWN))
    assert extract(Document.of(TEXT)) == before


@pytest.mark.parametrize("text", ["", "\n", " ", "法治", "12", "一、", "\u200b"])
def test_a_text_that_is_hardly_one(text: str) -> None:
    record = extract(Document.of(text))
    assert record.source.characters == len(text)
    assert record.year is None


@pytest.mark.parametrize(
    ("spaced", "plain"),
    [("罚款 3.2 万元", "罚款3.2万元"), ("罚款３．２万元", "罚款3.2万元"), ("立案 1 206 件", "立案1206件"), ("罚\u200b款3.2万元", "罚款3.2万元")],
)
def test_how_a_page_sets_a_figure_does_not_change_it(spaced: str, plain: str) -> None:
    def told(words: str) -> list[tuple[object, ...]]:
        record = extract(Document.of(f"某市港航局2021年度法治政府建设情况报告\n全年{words}。"))
        return [(i.code, i.name, i.value, i.unit, i.qualifier, i.aspect, i.part, i.period) for i in record.indicators]

    assert told(spaced) == told(plain)
    assert told(plain)
