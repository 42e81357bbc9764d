"""Who signed the report and when: the lines that close it, or stand under its title.

>>> from extractor.outline.rows import find_rows
>>> text = "特此报告。\\n溪口县水利局\\n2023年1月10日\\n上一篇:通知"
>>> [text[span.slice] for span in find_signatures(find_rows(text))[-1].spans]
['溪口县水利局', '2023年1月10日']
"""

from dataclasses import dataclass

import regex

from extractor.outline.furniture import is_furniture
from extractor.outline.organs import ORGAN, SUFFIX, in_both_scripts, is_organ, is_organ_list
from extractor.outline.rows import Row
from extractor.spans import Span

_CHINESE_YEAR = r"二[〇○◯零ОO0o][〇○◯零ОO0o一二三四五六七八九]{2}"
_YEAR = rf"(?:2 ?[0OoО] ?\d ?\d|{_CHINESE_YEAR})"
_MONTH_OR_DAY = r"(?:\d ?\d|\d|元|[一二三四五六七八九十]{1,3}|廿[一二三四五六七八九]?)"
DATE = rf"{_YEAR} ?年 ?{_MONTH_OR_DAY} ?月 ?{_MONTH_OR_DAY} ?[日号]"
NUMERIC_DATE = r"20\d\d(?P<mark>[-./])\d{1,2}(?P=mark)\d{1,2}(?!\d)"
# A date left open: the day, or the month too, was to be written in by hand.
_OPEN_DATE = rf"{_YEAR}年{_MONTH_OR_DAY}?月日?"

_DATE_LABEL = f"(?:{in_both_scripts('报告|填报|报送|上报')})(?:{in_both_scripts('时间|日期')}):"
_ISSUER_LABEL = regex.compile(rf"(?:{in_both_scripts('报告|填报|报送|上报')})?{in_both_scripts('单位')}(?:\((?:盖章|公章|章)\))?:(?P<issuer>{ORGAN})")
_DATED = regex.compile(rf"\(?(?:{_DATE_LABEL})?(?P<issuer>{ORGAN})?(?P<date>{DATE})\)?(?:\([^()]{{2,20}}\))?")
_DATED_LOOSELY = regex.compile(rf"(?P<issuer>{ORGAN})?(?P<date>{NUMERIC_DATE}|{_OPEN_DATE})")
_TAIL_WORDS = in_both_scripts(
    "报:|送:|上一|下一|附件|相关|打印|关闭|分享|主办|承办|版权|抄送|联系|责任编辑|编辑|来源|信息来源|扫一扫|发布|更新|公开|成文|文号|浏览|点击|访问|地址|电话|首页|返回|推荐|热门|最新|猜你|声明|Copyright|©|字体|字号|收藏|转发|作者|审核|初审"
)
_TAIL = rf"(?=\n|\Z|[(【\[]|[-—–―]+ ?\d{{1,3}} ?[-—–―]|\p{{Han}}{{2,30}}{DATE}印发|{_TAIL_WORDS})"
_RUN_IN = regex.compile(
    rf"(?:(?:(?<=[。!?;”)])(?P<issuer>{ORGAN})?|(?<={SUFFIX}))(?P<date>{DATE})|(?<=[。!?;”)])(?P<issuer>{ORGAN})(?P<date>{NUMERIC_DATE})){_TAIL}"
)
_HAS_DATE = regex.compile(rf"月.{{1,5}}[日号]|{NUMERIC_DATE}")
_LABEL = regex.compile(in_both_scripts("(?:信息|文章)?来源|(?:发布|公开|责任|编制|制发|发文)(?:机构|机关|单位|部门|时间|日期)|作者|时间|日期") + ":?")
_LAST_WORDS = regex.compile(r"[。!?](?P<issuer>[^。!?,;:、\n]{4,40})$")
MOST_ISSUERS = 4  # lines of joint issuers over one date


@dataclass(frozen=True, slots=True)
class Signature:
    """The issuer lines, if any, and the date; ``row`` is the number of the row that the date stands in."""

    row: int
    issuer: Span | None
    date: Span

    @property
    def spans(self) -> tuple[Span, ...]:
        """Issuer, if any, and date."""
        return (self.issuer, self.date) if self.issuer else (self.date,)


def find_signatures(rows: list[Row]) -> list[Signature]:
    """Everything among the rows of a view that has the form of a signature, in order."""
    found = (_signature(rows, index) for index in range(len(rows)))
    return [signature for signature in found if signature]


def _signature(rows: list[Row], index: int) -> Signature | None:
    row = rows[index]
    match = _DATED.fullmatch(row.text) if len(row.text) <= 90 else None
    if match:
        return _alone(rows, index, match, loose=False)
    match = _DATED_LOOSELY.fullmatch(row.text) if len(row.text) <= 90 else None
    if match:
        return _alone(rows, index, match, loose=True)
    match = _RUN_IN.search(row.text) if _HAS_DATE.search(row.text) else None
    return Signature(index, _group(row, match, "issuer"), _placed(row, match.span("date"))) if match else None


def _alone(rows: list[Row], index: int, match: regex.Match[str], loose: bool) -> Signature | None:
    row = rows[index]
    issuer = _group(row, match, "issuer") or _issuers_above(rows, index)
    if issuer is None and (loose or not _closes(rows, index)):
        return None
    return Signature(index, issuer, _placed(row, match.span("date")))


def _issuers_above(rows: list[Row], index: int) -> Span | None:
    """The lines of authorities right over a date, page numbers between them left aside."""
    names: list[Row] = []
    for row in reversed(rows[max(0, index - MOST_ISSUERS - 2) : index]):
        if row.is_page_number and not names:
            continue
        if not (is_organ(row.text) or is_organ_list(row.text)) or row.is_heading or len(names) == MOST_ISSUERS:
            return None if _LABEL.fullmatch(row.text) else _spanning(names) or _issuer_behind_text(row)
        names.append(row)
    return _spanning(names)


def _issuer_behind_text(row: Row) -> Span | None:
    """The authority that a line ends with behind its last sentence, or behind a label."""
    match = _LAST_WORDS.search(row.text) or _ISSUER_LABEL.fullmatch(row.text)
    return _placed(row, match.span("issuer")) if match and is_organ(match["issuer"]) else None


def _spanning(names: list[Row]) -> Span | None:
    return Span(names[-1].span.start, names[0].span.end) if names else None


def _closes(rows: list[Row], index: int) -> bool:
    """Whether a bare date comes after the end of a sentence and not, as in a table, after another cell."""
    above = next((row for row in reversed(rows[max(0, index - MOST_ISSUERS) : index]) if not row.is_page_number), None)
    return above is not None and above.text[-1] in "。!?;…)”" and not is_furniture(above.text)


def _group(row: Row, match: regex.Match[str], name: str) -> Span | None:
    return _placed(row, match.span(name)) if match.group(name) else None


def _placed(row: Row, span: tuple[int, int]) -> Span:
    return Span(row.span.start + span[0], row.span.start + span[1])
