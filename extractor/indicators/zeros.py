"""Statements that there was none: 没有…案件, 未发生…, …为零."""

from collections.abc import Callable, Iterator

import regex

from extractor.indicators.match import Context, best
from extractor.indicators.names import denied_name
from extractor.indicators.reading import Denial
from extractor.indicators.rules import Rule
from extractor.indicators.talk import Words
from extractor.spans import Span

_VERB = (
    r"(?:发生|出现|收到|接到|引起|引发|产生|办理|受理|制定|出台|发布|作出|发现|提起|存在|制发|涉及|有|吊销|移送|开展|新增|接报|实施|印发|申请|形成|报告"
    r"|查处|立案|组织|举行|召开|承办|接收|做出|采取|作为|成为|启动|涉|发布|起草|审理|参与|给予|批准|征收|收取|进入|签订)"
)
# 无 is a denial before what can be counted, and half of many words elsewhere.
_NONE_OF = (
    r"一[起件例人户家宗次项份]|一(?:败诉|案件|撤销|被|引起|引发|提起|申请|发生)|人(?:申请|提起|提出|投诉|举报|上访|要求听证)|(?:需要?)?(?:废止|修改|修订)的?|正在(?:办理|审理|调解)|(?:不予|案件(?:移送|被|发生)|行政|执法|当事人|相对人|移送|撤销|变更|纠错|败诉|发生|依申请|政府信息|复议|诉讼|应诉|投诉|举报|信访|上访|重大(?!变化)|较大|听证"
    r"|人大|政协|建议提案|代表建议|新增|吊销|规范性文件|错案|冤假错案|责任事故|安全事故|生产安全|违法违纪|违纪违法|赔偿|国家赔偿|因.{1,16}?(?:引发|引起|导致|被))"
)
_CLAUSE = r"[^,;:。!?\n\d]"
_LEADING = regex.compile(
    rf"(?:没有|不存在|尚未|从未|均未|未(?=有)|无(?={_NONE_OF}))"
    rf"(?!经|完全|根本|得到|真正|及时|严格|很好|充分|形成|建立|落实|解决|到位){_CLAUSE}{{2,40}}|"
    rf"未被(?:申请|提起|裁定|责令|确认|撤销|变更){_CLAUSE}{{2,20}}|未因{_CLAUSE}{{2,16}}(?:引起|引发|导致|发生|产生|被){_CLAUSE}{{2,30}}|未向{_CLAUSE}{{2,12}}移送{_CLAUSE}{{0,16}}|未(?:以{_CLAUSE}{{2,16}}名义)?(?:新|再|另行|曾)?{_VERB}{_CLAUSE}{{2,40}}"
)
# A statement that ends in its denial is found by its end, and then by the clause in front of it.
_CLOSES = r"(?=[,;。!、\n]|$)"
_TRAILING = regex.compile(
    rf"(?:亦|均|都|也)?(?:为“?零”?|“?零”?[纪记]录|为0(?![.\d件起宗次例人份个项]))|零(?:发案|败诉|撤销|纠错|投诉|上访|(?:行政)?(?:复议|诉讼|应诉|败诉)|违纪|发生|案件)|(?:亦|均|都|也)?(?:未(?:有)?发生|没有(?:发生)?){_CLOSES}|一[件起例宗个](?:也|都)(?:没有|无|未发生)|:无{_CLOSES}"
)
_BEFORE_END = regex.compile(rf"{_CLAUSE}{{2,30}}$")
_SAYS_ITSELF = "零"  # 零投诉 tells what there was none of; after the others the words before have to name something counted
_COUNTED = regex.compile(r"(?:案件?|事件|事故|申请|投诉|举报|信访|诉讼|复议|应诉|赔偿|情况|情形|公开|数量?)$")
_FARTHEST = 31
# What follows a denial as its condition or contrast is none: 没有法律依据的不得…, 没有经过…的一律….
_CONDITION = regex.compile(r"的(?:一律|不得|,|单位|企业|情形(?!$|[,;。!\n])|依法|当事人|人员)|(?:不上|不得|不下)|[^,]{0,30}之前")
_ENOUGH = regex.compile(
    r"案|件|事故|事件|诉讼|复议|申请|投诉|举报|信访|情况|问题|现象|行为|疫情|感染|处罚|罚款|规范性文件|败诉|上访|舆情|纠纷|病例|隐患|情形|决策|赔偿|强制|听证|许可|裁决|应诉|被告|撤销|变更|移送|建议|提案|资格|执照|许可证"
)
# What is denied stands at the end of the statement, give or take a word (…的情况); 决策失误 is not the 决策.
_LOOSE_END = 4
_LOOSE = regex.compile(
    r"(?:证?件)?[的了之被]*(?:案件?|事件|事项|情况|情形|现象|申请|决定|措施|事宜|工作|活动|问题|行为|文件|数量?|发生|出现|被告|办理|会|会议|程序|“?零.{0,3})?(?:的?(?:案件|事项|情况|情形|现象|发生))?"
)
_LIST = regex.compile(r"、|和|或者?|及")
# No petition in the capital does not say that there was none.
_OF_SOME = regex.compile(r"进京|赴省|越级|集体(?:上访|访)|非访|重复(?:上访|访|信访)")


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
        elif spans[-1].end < span.end and span in trailing:  # 复议零发生、诉讼零发生: the second one begins behind the first
            spans.append(Span(_behind_marks(text, spans[-1].end), span.end))
    return spans


def _up_to(text: str, found: regex.Match[str], start: int) -> Span | None:
    before = _BEFORE_END.search(text, max(start, found.start() - _FARTHEST), found.start())
    if before is None or not found.group().startswith(_SAYS_ITSELF) and not _COUNTED.search(before.group()):
        return None
    return Span(before.start(), found.end())


def _behind_marks(text: str, place: int) -> int:
    while text[place] in "”、和及":
        place += 1
    return place


def _rules(words: Words, span: Span, context: Context) -> list[Rule]:
    """The rules that a denial speaks of: one for its whole, or one for each thing of its list."""
    chosen: dict[str, Rule] = {}
    for item in _items(words.text, _without_denial(words.text, span)):
        if _OF_SOME.search(words.at(item)):
            continue
        match = best([m for m in words.matcher.within(item, words.found, context) if _is_its_end(words.text, m.span.end, item.end)])
        if match:
            chosen[match.rule.code] = match.rule
    return list(chosen.values())


def _without_denial(text: str, span: Span) -> Span:
    """A statement without the denial that it ends in, where that says nothing of what is denied."""
    found = next((found for found in _TRAILING.finditer(text, *span) if found.end() == span.end and not found.group().startswith(_SAYS_ITSELF)), None)
    return Span(span.start, found.start()) if found else span


def _is_its_end(text: str, start: int, end: int) -> bool:
    return end - start <= _LOOSE_END and _LOOSE.fullmatch(text, start, end) is not None


def _items(text: str, span: Span) -> list[Span]:
    marks = list(_LIST.finditer(text, *span))
    ends = [mark.start() for mark in marks] + [span.end]
    starts = [span.start] + [mark.end() for mark in marks]
    return [Span(start, end) for start, end in zip(starts, ends, strict=True) if end - start >= 2]
