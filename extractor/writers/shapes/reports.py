"""A report a line: the paper itself, and how much is in it. A file that gave no report has a line that says why."""

from collections.abc import Iterable, Iterator

from extractor.writers.cells import Row
from extractor.writers.columns import columns_of, names_of
from extractor.writers.shapes.paper import JOINT
from extractor.writers.unread import Outcome, Unread, losses_of
from extractor.writers.wishes import Wishes
from schemas import Region, Report

_LIST_MARK = "；"


def report_rows(outcome: Outcome, wishes: Wishes) -> Iterator[Row]:  # noqa: ARG001, every shape is made alike
    """The one line of a file."""
    yield _unread_row(outcome) if isinstance(outcome, Unread) else _row(outcome)


def _unread_row(unread: Unread) -> Row:
    """Nothing is known of it but where it is; its counts are empty, not 0."""
    known = {"source": unread.path, "unread": unread.reason}
    return tuple(known.get(name) for name in names_of(columns_of("reports")))


def _row(report: Report) -> Row:
    source, issuer, dates = report.source, report.issuer, report.dates
    return (
        source.path, report.title, issuer.name, issuer.stated, issuer.department, *_region_cells(issuer.region), report.year,
        report.document_number, report.index_number, dates.written, dates.published, dates.signed, _joined(report.addressees), len(report.sections),
        len(report.numerals), len(report.indicators), sum(each.code is not None for each in report.indicators),
        sum(check.status == "failed" for check in report.checks), _joined(warning.message for warning in report.warnings), _joined(losses_of(report)),
        source.media_type, source.encoding, source.characters, source.pages, source.sha256,
    )  # fmt: skip


def _region_cells(region: Region | None) -> Row:
    return (region.code, region.name, region.level, JOINT.join(region.path)) if region else (None,) * 4


def _joined(words: Iterable[str]) -> str | None:
    return _LIST_MARK.join(words) or None
