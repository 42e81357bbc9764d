"""The year that is reported on.

A report names many years: of plans, of honours, of the year before and the year to come. What says most plainly which one is meant
is asked first.

>>> find_year(Evidence(text := "2021年,我局认真履职。", Span(0, len(text))))
(2021, Span(start=0, end=5))
>>> find_year(Evidence(text := "一、主要工作\\n我局认真履职。\\n二、2022年工作计划", Span(0, len(text))))
(2021, Span(start=17, end=22))
"""

import datetime
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import regex

from extractor.masthead.paper_dates import YEAR, parse_year
from extractor.outline.furniture import is_furniture
from extractor.outline.organs import in_both_scripts
from extractor.outline.rows import Row, find_rows
from extractor.spans import Span

Dated = tuple[datetime.date, Span]
Found = tuple[int, Span]

_NAME_OR_NUMBER = regex.compile(r"《[^《》]*(?:[《〈][^《》〈〉]*[》〉][^《》]*)*》|[〔\[【(]\d{4}[〕\]】)][第字]{0,2}\d{1,5}[号號]")
_YEAR = regex.compile(rf"(?P<year>{YEAR})年?")
_LATER = regex.compile(rf"{YEAR}年?(?:[-—–~至]{{1,2}}|、|和)(?P<year>{YEAR})年?")
_PLAN = regex.compile(in_both_scripts("计划|打算|安排|思路|展望|下一步|下步|重点任务|工作重点|努力方向|目标|要点|规划|举措建议"))
_REVIEW = regex.compile(in_both_scripts("情况|举措|成效|成果|总结|回顾|工作|做法|开展|推进|完成|建设|问题"))
_RESULT = regex.compile(in_both_scripts("情况|成效|成果|总结|回顾|完成"))
_ANNOUNCEMENT = regex.compile(rf"现[将就把][^。:\n]{{0,60}}?(?P<year>{YEAR})年?[^。\n]{{0,90}}?{in_both_scripts('(?:报告|汇报|总结|公布|公开|通报|如下)')}")
_SENTENCE = regex.compile(
    rf"(?:^|(?<=[。!;:\n)]))(?:\p{{Han}}{{1,10}}[、.])?(?:\(?\p{{Han}}{{1,3}}[)是])?(?P<year>{YEAR})年(?P<rest>度|以来|来|是|全年)?(?=\D)"
)
# 将 is also what puts an object first (将法治建设纳入考核): of plans it speaks before a manner of going on.
_GOING_ON = "继续|进一步|以|从|坚持|在|按|深入|全面(?!依法|推进依法)|紧|认真|围绕|重点|着力|不断|切实|持续|加|积极|牢|聚焦|严格|始终|努力|贯彻|大力"
_AHEAD = regex.compile(rf"[^。;\n]{{0,20}}?(?:[将將](?:{_GOING_ON})|拟|打算|计划|力争)")
_CLOSE = regex.compile(rf"(?P<year>{YEAR})年(?!以来)(?:度|底|末|\d{{1,2}}月)?")
_THIS_YEAR = regex.compile("今年以来|今年1")
MIDDLE = 6
LATE = 11  # the month from which a paper reports on the year that it is signed in


@dataclass(frozen=True, slots=True)
class Evidence:
    """What there is to tell the year by: a view with its body, the title there or in the header, the dates of the paper."""

    text: str
    body: Span
    title: Span | None = None
    signed: Dated | None = None
    written: Dated | None = None
    published: Dated | None = None


def find_year(evidence: Evidence) -> Found | None:
    """The year reported on and where the text tells it; None where nothing does."""
    return next((found for ask in _IN_ORDER_OF_TRUST if (found := ask(evidence))), None)


def year_of_paper(date: datetime.date) -> int:
    """The year that a paper of some date reports on.

    >>> year_of_paper(datetime.date(2023, 1, 10)), year_of_paper(datetime.date(2022, 12, 2))
    (2022, 2022)
    """
    return date.year if date.month >= LATE else date.year - 1


def _of_title(evidence: Evidence) -> Found | None:
    """`2021年度` in the title; of a range (`2019—2020年`) its end, of a report with a plan (`2021年总结和2022年计划`) its first year."""
    if evidence.title is None:
        return None
    text = _without_names(evidence.text[evidence.title.slice])
    return _found(_LATER.search(text) if not _PLAN.search(text) else None, evidence.title.start) or _found(_YEAR.search(text), evidence.title.start)


def _of_announcement(evidence: Evidence) -> Found | None:
    """`现将我局2021年度…报告如下`."""
    return _found(_ANNOUNCEMENT.search(_body(evidence)), evidence.body.start)


def _of_headings(evidence: Evidence) -> Found | None:
    """`一、2021年主要工作`."""
    return next((found for row in _headings(evidence) if not _PLAN.search(row.text) and _REVIEW.search(row.text) and (found := _in_row(row))), None)


def _of_plans(evidence: Evidence) -> Found | None:
    """`三、2022年工作计划`: plans are made for the year to come."""
    found = next((found for row in _headings(evidence) if _PLAN.search(row.text) and (found := _in_row(row))), None)
    return (found[0] - 1, found[1]) if found else None


def _of_sentences(evidence: Evidence) -> Found | None:
    """The year that most sentences open with, a plan's counting for the year before; of equals the one later, then the one said first."""
    return _most(_possible(_votes(evidence), evidence))


def _of_mentions(evidence: Evidence) -> Found | None:
    """The year that is named most."""
    text = _body(evidence)
    found = [_found(match, evidence.body.start) for match in _CLOSE.finditer(text)]
    return _most(_possible([one for one in found if one], evidence))


def _of_dates(evidence: Evidence) -> Found | None:
    """The date under the signature, of writing, or of publishing; a paper of the middle of a year that says 今年 is of that year."""
    dated = evidence.signed or evidence.written or evidence.published
    if dated is None:
        return None
    says_this_year = dated is not evidence.published and dated[0].month >= MIDDLE and _THIS_YEAR.search(_body(evidence)) is not None
    return (dated[0].year if says_this_year else year_of_paper(dated[0]), dated[1])


_IN_ORDER_OF_TRUST: list[Callable[[Evidence], Found | None]] = [_of_title, _of_announcement, _of_headings, _of_plans, _of_sentences, _of_mentions, _of_dates]


def _votes(evidence: Evidence) -> list[Found]:
    text = _body(evidence)
    starts, plans = _plans(text)
    votes = []
    earliest = evidence.signed[0].year - 1 if evidence.signed else 0
    for match in _SENTENCE.finditer(text):
        year = parse_year(match["year"])
        if match["rest"] == "以来" and year < earliest:
            continue  # 2016年以来, said in 2020, opens a span of years
        chapter = bisect_right(starts, match.start()) - 1
        ahead = match["rest"] is None and (_AHEAD.match(text, match.end()) or chapter >= 0 and plans[chapter])
        votes.append((year - 1 if ahead else year, _placed(match, evidence.body.start)))
    return votes


def _plans(text: str) -> tuple[list[int], list[bool]]:
    """Where the chapters of a body begin, and which of them are plans by their titles."""
    chapters = [row for row in find_rows(text) if row.is_chapter]
    titles = [row.text[:60].split("。")[0] for row in chapters]
    return [row.span.start for row in chapters], [_PLAN.search(title) is not None and not _RESULT.search(title) for title in titles]


def _possible(found: list[Found], evidence: Evidence) -> list[Found]:
    """Without the years that a paper of this date cannot report on, unless that leaves none."""
    if evidence.signed is None:
        return found
    signed = evidence.signed[0].year
    return [one for one in found if one[0] in (signed, signed - 1)] or found


def _most(found: list[Found]) -> Found | None:
    if not found:
        return None
    counts = Counter(year for year, _ in found)
    best = max(counts, key=lambda year: (counts[year], year))
    return next(one for one in found if one[0] == best)


def _headings(evidence: Evidence) -> Iterator[Row]:
    """Rows with a label, and short rows without one that hold no sentence."""
    for row in find_rows(_body(evidence)):
        if row.is_heading or len(row.text) <= 40 and not row.is_prose and not is_furniture(row.text):
            title = row.text[:60].split("。")[0]
            start = row.span.start + evidence.body.start
            yield Row(Span(start, start + len(title)), title)


def _in_row(row: Row) -> Found | None:
    return _found(_YEAR.search(row.text), row.span.start)


def _body(evidence: Evidence) -> str:
    """The text of the body between title and date, with cited names and numbers blanked; offsets are those of the body."""
    text = evidence.text[evidence.body.slice]
    for span in (evidence.title, evidence.signed[1] if evidence.signed else None):
        if span and evidence.body.covers(span):
            text = _blanked(text, Span(span.start - evidence.body.start, span.end - evidence.body.start))
    return _without_names(text)


def _blanked(text: str, span: Span) -> str:
    return text[: span.start] + " " * (span.end - span.start) + text[span.end :]


def _without_names(text: str) -> str:
    return _NAME_OR_NUMBER.sub(lambda match: " " * len(match.group()), text)


def _found(match: regex.Match[str] | None, offset: int) -> Found | None:
    return (parse_year(match["year"]), _placed(match, offset)) if match else None


def _placed(match: regex.Match[str], offset: int) -> Span:
    start, end = match.span("year")
    return Span(offset + start, offset + end + (match.string[end : end + 1] == "年"))
