"""Where the title of a heading ends and its text begins.

A heading line of its own is its title whole. A heading that runs into its paragraph has the first sentence as its title. Where
no mark stands between the two, the title is cut before the words that reports begin their text with.

>>> text = "(一)抓好普法。全年讲课3场。\\n(二)做好防汛工作2022年以来,我局巡查8次。"
>>> [text[find_title(text, start, end).slice] for start, end in ((3, 15), (19, 40))]
['抓好普法', '做好防汛工作']
"""

from bisect import bisect_left
from collections.abc import Sequence

import regex

from extractor.spans import Span

LONGEST_PLAIN, SHORTEST_TITLE, LONGEST_CUT = 30, 4, 30  # of a first sentence that is surely a title; of what a cut may leave
LONGEST_TITLE_LINE = 60  # of a title that stands on the line below its label
LONGEST_LABEL = 6
MOST_UNEVEN = 1  # by how much the halves of a title in two parts differ
LONGEST_TO_SPACE = 24  # a space further on is more likely the end of a printed line

_CLOSED = r"“[^”\n]{0,60}+”|《[^》\n]{0,80}+》|\([^()\n]{0,60}+\)"
_STOP = regex.compile(rf"{_CLOSED}|(?P<stop>[。;!?…]|(?<=\p{{Han}})\.(?=\p{{Han}}))")
_COLON = regex.compile(rf"{_CLOSED}|(?P<stop>:)")
_LISTS = regex.compile(r":(?:一是|一要|第一|首先|主要|1[.、)]|\([1一]\)|①)")
_EDGE = " \t*#、.,:"
_CLOSING = "。;:,、. \t*#"

# Nouns and finished predicates that a title ends with: what follows one of them without a mark is the text.
_NOUN = (
    r"工作|建设|情况|机制|制度|体系|水平|能力|责任制?|管理|监督|监管|服务|执法|司法|改革|宣传|教育|化解|行为|环境|氛围|作用|职责|职能|思想|精神|力度|普法|审查|公开|保障|培训|队伍|质量|效能|效率|"
    r"安全|防控|决策|纠纷|矛盾|治理|整治|整改|程序|素养|意识|基础|活动|领导|落实|处理|渠道|关系|秩序|方式|发展|文化|平台|许可|处罚|复议|应诉|诉求|营商|法律法规|清单|方面|行动|力量|防线|底线|工程|举措"
)
_DONE = r"有\p{Han}有\p{Han}|有[序力效]|到位|高效|提速|提质|扩面|增效|见效|落地|从严|(?<!深|优|强|净|美|绿|细|固|量|消|转|简)化|扎实|规范有序|不断\p{Han}{2}|持续\p{Han}{2}|显著\p{Han}{2}|稳步\p{Han}{2}|全面\p{Han}{2}|明显\p{Han}{2}"
_CLAUSE = regex.compile(rf"(?:{_CLOSED}|[^,。;:\n])*+")
_RUN = regex.compile(r"(?<=[\p{Han}”)])(?<![第逐统])一[是要](?!否)")
# What opens the text of a section. The first two never stand within a title behind such words, the third may.
_TAKES_OBJECT = (
    r"在|于|自|从|到|至|和|与|及|的|对|向|为|年|月|完成|做好|推进|落实|开展|制定|印发|迎接|谋划|部署|总结|回顾|实施|推动|加强|提高|提升|强化|优化|规范|深化|抓好|确保|保障|完善|健全|梳理|"
    r"公布|公开|调整|修订|编制|召开|组织|参加|通过|根据|按照|结合|围绕|聚焦|针对|促进|服务|助力|营造|构建|打造|引导|督促|指导|支持|覆盖|面向|建设|巩固|拓展|压实|夯实|建强|建好|管好|用好"
)
_TIME = r"20\d\d年(?:以来|度?,|全|我|共|\d|底|来|初|上半年)|今年以?来|今年,|年初以来|一年来|近年来|本年度?,|全年(?!度)|截[至止]|据统计|目前[,为共已]"
_OURS = r"(?:全[市县区省镇乡州系街]\p{Han}{0,4}?|本[局委镇])(?:现有|共|累计)"
_SURE = regex.compile(rf"(?<!{_TAKES_OBJECT})(?:{_TIME}|{_OURS})|(?<=(?:{_NOUN}|{_DONE})[”)]?)[以由对]?我[局委厅院镇市县区办街乡]")
_FAULT = r"(?:主要|突出)?(?:问题|不足|差距|短板|困难)"
_PLAN = r"(?:工作)?(?:打算|安排|计划|思路|展望)"
_STANDARD = regex.compile(
    rf"(?:存在的?{_FAULT}(?:[和与及、]{_FAULT})?(?:[和与及、](?:主要)?原因)?(?:[和与及](?:20\d\d年度?|下一?步){_PLAN})?|(?:不足|问题)[和与及](?:20\d\d年度?|下一?步){_PLAN}|(?:20\d\d年度?|下一?步)(?:的)?{_PLAN}|"
    rf"(?:党政)?主要负责人履行(?:推进)?法治(?:政府)?建设第一责任人?职责(?:的)?情况|主要(?:做法|举措|措施|工作)[和与及](?:主要)?成效)"
    r"(?=[\p{Han}“\d])(?![的和与及整改等上中下方]|[及以]及|主要原因|整治|情况|方案)"
)
_DIGIT = regex.compile(r"\d")
_WHEN = regex.compile(r"在[^,。;:\n]{2,24}?(?:时|中|下|后|前|期间),")
_LIKELY = regex.compile(
    rf"(?<=(?:{_NOUN}|{_DONE})[”)]?)"
    r"(?=坚持|对(?!接|标)|在\p{Han}|建立|按照|根据|依据|依托|通过|为(?!民|本|主|先|重|企)|严格|深入|认真|围绕|以\p{Han}|结合|制定|成立|组织|充分|积极|将|把|自\p{Han}|针对|聚焦|紧扣|紧盯|召开|印发|出台|牢固|切实|共\p{Han}|落实)"
)


def find_title(text: str, start: int, end: int, gaps: Sequence[int] = ()) -> Span:
    """The title of a heading whose label ends at ``start`` and whose paragraph, or what of it is its own, ends at ``end``.

    ``gaps`` are the offsets where white space was taken out, in order: where nothing else parts title and text, a space does.
    """
    while start < end and text[start] in _EDGE:
        start += 1
    stop = _first(_STOP, text, start, end)
    runs_on = stop is not None and stop + 1 < end
    cut = _cut(text, Span(start, end if stop is None else stop), runs_on, gaps)
    return _trimmed(text, start, cut)


def find_title_below(text: str, line_end: int, limit: int) -> Span:
    """The title on the line below a label that stands alone; an empty span where that line is none."""
    start = line_end + 1
    end = text.find("\n", start, limit)
    end = limit if end < 0 else end
    alone = start < end <= start + LONGEST_TITLE_LINE and _first(_STOP, text, start, end - 1) is None
    return _trimmed(text, start, end) if alone else Span(line_end, line_end)


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[end - 1] in _CLOSING:
        end -= 1
    return Span(start, end)


def _first(marks: regex.Pattern[str], text: str, start: int, end: int) -> int | None:
    """Where the first mark stands outside quotes and brackets."""
    return next((found.start("stop") for found in marks.finditer(text, start, end) if found["stop"]), None)


def _cut(text: str, sentence: Span, runs_on: bool, gaps: Sequence[int]) -> int:
    """Where the title in a first sentence ends, by rules in their order; else it is the sentence."""
    standard, colon = _standard_end(text, sentence), _colon(text, sentence)
    if standard is not None:
        return standard
    if colon is not None and _LISTS.match(text, colon):
        return colon
    run = _RUN.search(text, sentence.start + 2, sentence.end)
    if run:
        return run.start()
    clause_end = _clause_end(text, sentence)
    flat = None if runs_on else _space_on_flat_line(text, sentence, gaps)
    if flat is not None or sentence.end == clause_end and not runs_on:
        return sentence.end if flat is None else flat
    is_long = sentence.end - sentence.start > LONGEST_PLAIN
    places = (
        _place(_SURE, text, sentence) if sentence.end > clause_end else None,
        colon if is_long and runs_on else None,
        _place(_WHEN, text, sentence) if is_long else None,
        _space(text, sentence, gaps) if is_long or _DIGIT.search(text, *sentence) else None,
        _place(_LIKELY, text, Span(sentence.start, clause_end)) if is_long and runs_on else None,
    )
    return next((place for place in places if place is not None), sentence.end)


def _standard_end(text: str, sentence: Span) -> int | None:
    """Where the name of a required part ends that a sentence begins with."""
    found = _STANDARD.match(text, *sentence)
    return found.end() if found and found.end() < sentence.end else None


def _colon(text: str, sentence: Span) -> int | None:
    place = _first(_COLON, text, *sentence)
    return place if place is not None and 2 <= place - sentence.start <= LONGEST_CUT else None


def _clause_end(text: str, sentence: Span) -> int:
    found = _CLAUSE.match(text, *sentence)
    return found.end() if found else sentence.start


def _place(cue: regex.Pattern[str], text: str, sentence: Span) -> int | None:
    """Where the first cue stands far enough into a sentence for a title before it, and behind no mark."""
    found = cue.search(text, sentence.start + SHORTEST_TITLE, min(sentence.end, sentence.start + LONGEST_CUT + 30))
    if found is None or found.start() - sentence.start > LONGEST_CUT or text[found.start() - 1] in ",、:":
        return None
    return None if _in_brackets(text, sentence.start, found.start()) else found.start()


def _in_brackets(text: str, start: int, place: int) -> bool:
    before = text[start:place]
    return before.count("“") > before.count("”") or before.count("《") > before.count("》") or before.count("(") > before.count(")")


def _space_on_flat_line(text: str, sentence: Span, gaps: Sequence[int]) -> int | None:
    """Where the blank stands between a title and its only sentence, behind a label in the middle of its line.

    A blank in the middle parts the two halves of a title rather (`提高站位 强化责任`).
    """
    is_flat = sentence.start > LONGEST_LABEL and "\n" not in text[sentence.start - LONGEST_LABEL : sentence.start]
    place = _space(text, sentence, gaps) if is_flat else None
    if place is None:
        return None
    has_figures = _DIGIT.search(text, place, sentence.end) is not None
    return place if has_figures or abs(place - sentence.start - (sentence.end - place)) > MOST_UNEVEN else None


def _space(text: str, sentence: Span, gaps: Sequence[int]) -> int | None:
    """The one place between two words of a sentence where a space was; several are letter spacing and part nothing."""
    between = _spaces(text, sentence, gaps)
    return between[0] if len(between) == 1 and between[0] >= sentence.start + SHORTEST_TITLE else None


def _spaces(text: str, sentence: Span, gaps: Sequence[int]) -> list[int]:
    """The places between two words near the start of a sentence where spaces were."""
    last = min(sentence.end - SHORTEST_TITLE, sentence.start + LONGEST_TO_SPACE)
    near = gaps[bisect_left(gaps, sentence.start + 1) : bisect_left(gaps, last + 1)]
    return [place for place in near if text[place - 1] > "~" and text[place] > "~"]
