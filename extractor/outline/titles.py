"""The report's own title at the head of its page, on one line, over several, or run into the text.

A page may bear the title more than once: in its path, in a field of its header, over the share buttons, over the text. The one
nearest to the text is the report's own.

>>> from extractor.outline.rows import find_rows
>>> rows = find_rows("溪口县水利局2022年法治政府建设年度报告\\n来源:本网\\n溪口县水利局\\n2022年法治政府建设年度报告\\n2022年,我局认真履职。")
>>> find_title(rows, 4)
range(2, 4)
"""

import regex

from extractor.document import Document
from extractor.outline.furniture import is_furniture, is_tag
from extractor.outline.organs import DOCUMENT_NUMBER, ORGAN, in_both_scripts, is_document_number, is_organ, is_region
from extractor.outline.rows import Row, find_pieces
from extractor.spans import Span

MOST_LINES = 5
LONGEST, LONGEST_LINE = 90, 50  # code points

_YEAR = r"(?:20\d\d|20[*×xX＊]{2}|二[〇○◯零ОO0o][〇○◯零ОO0o一二三四五六七八九]{2})"
_KIND = in_both_scripts("报告|总结|汇报|汇报材料|总结材料|小结|情况|综述|公报|年报|情况的?公示|情况的?公告|情况的?通报|情况的?说明")
_PLAN = in_both_scripts("计划|打算|安排|思路|要点")
_SUFFIX = r"(?:\([^()]{1,14}\))?"
_ENDS = regex.compile(
    rf"(?:(?:{_KIND})(?:\p{{Han}}?20\d\d年?.{{0,10}}(?:{_PLAN}))?|(?:{_KIND}).{{0,24}}(?:{_PLAN}))(?:的(?:{in_both_scripts('报告|函')}))?{_SUFFIX}$"
)
_TITLE = regex.compile(r"[^。;!?:,\t|>]{4,90}")
_NO_TITLE = regex.compile(rf"现[将就把]|{in_both_scripts('如下|附件|印发|解读|转发|通知$')}|[\[【〔﹝]|\d{{4}}-\d{{1,2}}(?!\d)|\d[号號]")
_CITED = regex.compile(r"《[^《》]*》")
_TOPIC = regex.compile(in_both_scripts("法治|法制|依法|执法|普法|年度|工作|建设|行政|报告"))
_LAW = regex.compile("法治|法制|依法|执法|執法|普法")
_OWN = regex.compile(rf"^(?!法治|依法){ORGAN}|{in_both_scripts('关于')}|{_YEAR}|年度.*情[况況]")
_HAS_ISSUER = regex.compile(rf"{ORGAN}(?:{in_both_scripts('关于')}|{_YEAR})")
_CUT = regex.compile(rf"{in_both_scripts('关于')}|{_YEAR}")
# A town or a street reports under its bare name: 汶河街道 | 2024年度法治政府建设工作总结.
_TOWN = regex.compile(in_both_scripts("(?:镇|乡|街道)$"))
_YEAR_FIRST = regex.compile(_YEAR)
_ABOUT = regex.compile(rf"{in_both_scripts('关于')}$")
# 某市人民政府网 政务公开 市卫生健康局: the path of a page ends in an authority and is no line of the title.
_PATH = regex.compile(in_both_scripts("政府网|门户网|政务公开|信息公开目录|首页"))
_BEGINS = regex.compile(rf"{in_both_scripts('关于')}|{_YEAR}|{ORGAN}(?:{in_both_scripts('关于')}|{_YEAR})")
_YEAR_BELOW = regex.compile(rf"\({_YEAR}年?度?\)")
_BOOK_MARKS = regex.compile(r"《(?P<title>[^《》\n]+)》")
_FIELD_ABOVE = regex.compile(rf"(?:.*\s)?[\[【]?{in_both_scripts('名称|标题|信息名称|文件名称')}[\]】]?:?")
# What the text of a report begins with where no mark parts it from the title.
_TEXT_BEGINS = in_both_scripts(
    "(?:20\\d\\d|二〇\\d?|为|根据|按照|依据|依照|今年|去年|现将|一年来|过去|近年|在|来源|信息来源|发布|时间|作者|字体|【|\\[|[一二]、|\\(一\\)|各级)"
)
_RUN_IN = regex.compile(
    rf"(?:.{{0,20}}文件)?(?:{DOCUMENT_NUMBER})?(?P<title>(?!{in_both_scripts('现将|按照|根据|为')})(?:[\p{{Han}}()]{{3,40}})?{_YEAR}年?度?[\p{{Han}}《》()]{{2,40}}?(?:{in_both_scripts('报告|总结|汇报|综述')}))"
    rf"(?={_TEXT_BEGINS}|[\p{{Han}}、]{{2,60}}:)"
)


def find_title(rows: list[Row], limit: int) -> range:
    """The rows among the first ``limit`` that make up the title nearest to the text; an empty range where there is none.

    A title that names neither issuer, year nor subject (法治政府建设年度报告) may be the name of a column of the site: it counts only
    right over the text.
    """
    titles = [found for last in reversed(range(limit)) if (found := _ending_in(rows, last))]
    own = (found for found in titles if _OWN.search(_joined(rows, found)))
    between = next((index for index in reversed(range(limit)) if is_furniture(rows[index].text)), -1)
    right_over = (found for found in titles if found.start > between and _LAW.search(_joined(rows, found)))
    return next(own, None) or next(right_over, range(0))


def without_book_marks(row: Row) -> Row:
    """A row, and of one that stands in book marks whole (《…》) what is within."""
    match = _BOOK_MARKS.fullmatch(row.text)
    return Row(Span(row.span.start + 1, row.span.end - 1), match["title"]) if match else row


def find_title_in_pieces(document: Document, rows: list[Row], limit: int) -> tuple[Span, ...]:
    """The spans of a title that shares its line with other parts of the page."""
    rows = [row for row in rows[: limit + 1] if not is_tag(row.text)]
    pieces = [piece for row in rows for piece in find_pieces(document, row)]
    text_begins = next((index for index, piece in enumerate(pieces) if piece.is_chapter or piece.is_paragraph), len(pieces))
    found = find_title(pieces, text_begins)
    if found and _OWN.search(_joined(pieces, found)):
        return tuple(pieces[index].span for index in found)
    return next(filter(None, map(_run_in, [*rows, *pieces])), ())


def _run_in(row: Row) -> tuple[Span, ...]:
    match = _RUN_IN.match(row.text[:200])
    return (Span(row.span.start + match.start("title"), row.span.start + match.end("title")),) if match else ()


def _ending_in(rows: list[Row], last: int) -> range | None:
    """The rows of the title that ends in row ``last``, if one does."""
    end = last
    if _YEAR_BELOW.fullmatch(rows[last].text) and last:
        last -= 1
    if len(rows[last].text) > LONGEST or not _ENDS.search(rows[last].text) or is_furniture(rows[last].text) or rows[last].is_heading:
        return None
    first = last
    while first and last - first + 1 < MOST_LINES and _goes_on(rows[first - 1], _joined(rows, range(first, last + 1)), rows[first]):
        first -= 1
    if first and _FIELD_ABOVE.fullmatch(rows[first - 1].text):
        return None
    return range(first, end + 1) if _is_title(_joined(rows, range(first, last + 1))) else None


def _is_title(text: str) -> bool:
    return _TITLE.fullmatch(text) is not None and _NO_TITLE.search(_CITED.sub("", text)) is None and _TOPIC.search(text) is not None


def _goes_on(above: Row, title: str, below: Row) -> bool:
    """Whether a line is an earlier part of the title whose later lines are given."""
    if len(above.text) > LONGEST_LINE or above.is_heading or above.is_prose or is_furniture(above.text) or is_document_number(above.text):
        return False
    if _PATH.search(above.text):
        return False
    if not _TITLE.fullmatch(above.text + title) or _ENDS.search(above.text) or _NO_TITLE.search(_CITED.sub("", above.text)):
        return False
    near = below.span.start - above.span.end <= 2
    if is_organ(above.text):
        return not _HAS_ISSUER.match(title) or near and not title.startswith(above.text)
    if is_region(above.text):
        return near and (is_organ_start(title) or _TOWN.search(above.text) is not None and _YEAR_FIRST.match(title) is not None)
    return _ABOUT.search(above.text) is not None or _CUT.search(above.text) is not None and not _BEGINS.match(title)


def is_organ_start(text: str) -> bool:
    """Whether a title opens with an authority whose division is not named."""
    match = regex.match(ORGAN, text)
    return match is not None and not regex.match(rf"\p{{Han}}{{1,8}}(?:{in_both_scripts('省|市|区|县|州|旗|盟|镇|乡')})", text)


def _joined(rows: list[Row], lines: range) -> str:
    return "".join(rows[index].text for index in lines)
