"""Statements that there was none: 没有…案件, 未发生…, …为零."""

from collections.abc import Callable, Iterator

import regex

from extractor.indicators.match import Context, best
from extractor.indicators.names import denied_name
from extractor.indicators.reading import Denial
from extractor.indicators.rules import Rule
from extractor.indicators.talk import Words
from extractor.spans import Span

_VERB = r"(?:发生|出现|收到|接到|引起|引发|产生|办理|受理|制定|出台|发布|作出|发现|提起|存在|制发|涉及|有|吊销|移送|开展|新增|接报|实施|印发|申请|形成|报告|查处|立案)"
_CLAUSE = r"[^,;:。!?\n\d]"
_LEADING = regex.compile(
    rf"(?:没有|不存在|尚未|从未|均未|未(?=有)|无(?=行政|败诉|一[起件例]|一(?:败诉|案件|撤销)|发生|依申请|政府信息|复议|诉讼|投诉|信访|重大|较大))"
    rf"(?!经|完全|根本|得到|真正|及时|严格|很好|充分|形成|建立|落实|解决|到位){_CLAUSE}{{2,40}}|"
    rf"未被(?:申请|提起|裁定|责令|确认){_CLAUSE}{{2,20}}|未向{_CLAUSE}{{2,12}}移送{_CLAUSE}{{0,16}}|未{_VERB}{_CLAUSE}{{2,40}}"
)
# A statement that ends in its denial is found by its end, and then by the clause in front of it.
_TRAILING = regex.compile(r"(?:亦|均|都|也)?(?:为“?零”?|为0(?![.\d]))|零(?:发案|败诉|撤销|纠错|投诉|上访|复议|诉讼|违纪|发生|报告)")
_BEFORE_END = regex.compile(rf"{_CLAUSE}{{2,30}}$")
_COUNTED = regex.compile(r"(?:案件|事件|事故|申请|投诉|举报|信访|诉讼|复议|情况|数量?)$")
_FARTHEST = 31
# What follows a denial as its condition or contrast is none: 没有法律依据的不得…, 没有经过…的一律….
_CONDITION = regex.compile(r"的(?:一律|不得|,|单位|企业|情形|依法|当事人|人员)|(?:不上|不得|不下)|[^,]{0,30}之前")
_ENOUGH = regex.compile(r"案|件|事故|事件|诉讼|复议|申请|投诉|举报|信访|情况|问题|现象|行为|疫情|感染|处罚|规范性文件|败诉|上访|舆情|纠纷|病例|隐患|情形|决策")
# What is denied stands at the end of the statement, give or take a word (…的情况).
_LOOSE_END = 4
_LIST = regex.compile(r"、|和|或者?|及")


def find_denials(words: Words, body: Span, context: Callable[[Span], Context]) -> Iterator[Denial]:
    """Every statement in the body that there was none of something, with the codes of what it denies."""
    for span in denial_spans(words.text, body):
        if _CONDITION.search(words.text, span.start, min(span.end + 3, body.end)) or not _ENOUGH.search(words.at(span)):
            continue
        rules = _rules(words, span, context(span))
        if rules:
            yield from (Denial(span, rule.code, rule.name, rule) for rule in rules)
        else:
            yield Denial(span, None, denied_name(words.at(span)))


def denial_spans(text: str, body: Span) -> list[Span]:
    """Where something is denied, in order and without overlaps.

    >>> text = "全年没有发生行政复议案件,行政诉讼案件亦为零,未经审查不得发布。"
    >>> [text[span.slice] for span in denial_spans(text, Span(0, len(text)))]
    ['没有发生行政复议案件', '行政诉讼案件亦为零']
    """
    leading = [Span(*found.span()) for found in _LEADING.finditer(text, *body)]
    trailing = [span for found in _TRAILING.finditer(text, *body) if (span := _up_to(text, found, body.start))]
    spans: list[Span] = []
    for span in sorted([*leading, *trailing]):
        if not spans or span.start >= spans[-1].end:
            spans.append(span)
    return spans


def _up_to(text: str, found: regex.Match[str], start: int) -> Span | None:
    before = _BEFORE_END.search(text, max(start, found.start() - _FARTHEST), found.start())
    if before is None or "为" in found.group() and not _COUNTED.search(before.group()):
        return None
    return Span(before.start(), found.end())


def _rules(words: Words, span: Span, context: Context) -> list[Rule]:
    """The rules that a denial speaks of: one for its whole, or one for each thing of its list."""
    chosen: dict[str, Rule] = {}
    for item in _items(words.text, span):
        match = best([m for m in words.matcher.within(item, words.found, context) if m.distance <= _LOOSE_END])
        if match:
            chosen[match.rule.code] = match.rule
    return list(chosen.values())


def _items(text: str, span: Span) -> list[Span]:
    marks = list(_LIST.finditer(text, *span))
    ends = [mark.start() for mark in marks] + [span.end]
    starts = [span.start] + [mark.end() for mark in marks]
    return [Span(start, end) for start, end in zip(starts, ends, strict=True) if end - start >= 2]
