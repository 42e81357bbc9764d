"""A report a line: the paper itself, and how much is in it."""

from collections.abc import Iterable, Iterator

from extractor.writers.cells import Row
from extractor.writers.shapes.paper import JOINT
from extractor.writers.wishes import Wishes
from schemas import Region, Report

_LIST_MARK = "；"


def report_rows(report: Report, wishes: Wishes) -> Iterator[Row]:  # noqa: ARG001, every shape is made alike
    """The one line of a report."""
    source, issuer, dates = report.source, report.issuer, report.dates
    yield (
        source.path, report.title, issuer.name, issuer.stated, issuer.department, *_region_cells(issuer.region), report.year,
        report.document_number, report.index_number, dates.written, dates.published, dates.signed, _joined(report.addressees), len(report.sections),
        len(report.numerals), len(report.indicators), sum(each.code is not None for each in report.indicators),
        sum(check.status == "failed" for check in report.checks), _joined(warning.message for warning in report.warnings), source.media_type,
        source.encoding, source.characters, source.pages, source.sha256,
    )  # fmt: skip


def _region_cells(region: Region | None) -> Row:
    return (region.code, region.name, region.level, JOINT.join(region.path)) if region else (None,) * 4


def _joined(words: Iterable[str]) -> str | None:
    return _LIST_MARK.join(words) or None
