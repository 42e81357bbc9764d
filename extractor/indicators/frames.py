"""The frame of a number: the words around it up to its neighbours, from which it gets its meaning.

>>> from extractor.numbers.lexer import find_numerals
>>> text = "全年受理投诉120件,其中食品类87件。43名人员换证。"
>>> quantities = [n.quantity for n in find_numerals(text) if n.quantity]
>>> for f in find_frames(text, quantities, Span(0, len(text))):
...     print(f.quantity.value, repr(text[f.near.slice]), repr(text[f.tail.slice]))
120 '全年受理投诉' ''
87 '食品类' ''
43 '' '人员换证'
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

import regex

from extractor.indicators.names_clause import VERB
from extractor.numbers.quantities import Quantity
from extractor.spans import Span

_SENTENCE_END = regex.compile(r"[。!?\n]+")
_CLAUSE_END = regex.compile(r"[,;:。!?\n]")
# A mark inside a quote or a title parts nothing: “双随机,一公开”抽查12家. Brackets that say who is meant, too, end what stands before
# them: 厅本级(含执法监督局)检查企业84家次.
_MARK = regex.compile(r"“[^“”\n]{0,60}”|《[^《》\n]{0,100}》|\([^()\n]{0,40}\)|(?P<mark>[,;:(]|其中[,:]?)")
_WITH = "(含"
_MEAN = regex.compile(r"(?:平均每?|[人户件案起日月村次户宗]均)[^,;:。]{0,8}$|每[个名村户件起宗家][\u4e00-\u9fff]{0,6}$")
_CLAUSE_MARK = regex.compile(r"“[^“”\n]{0,60}”|《[^《》\n]{0,100}》|\([^()\n]{0,60}\)|(?<=\d),(?=\d)|(?P<mark>[,;:。(])")
_FARTHEST = 400
# A noun alone behind a comma, with no verb of its own.
_LISTED_NOUN = regex.compile(rf",(?:(?!{VERB})[\u4e00-\u9fff]){{2,10}}(?<=文件|合同|协议|议题|决定|案件|事项)")
JOINTS = ("、", "和", "及", "与", "以及")  # what parts the items of a list
# In 13份合同、1份文件 the 合同 belong to the figure before.
_NOUN_OF_BEFORE = regex.compile(r"(?![和及与或以])[\u4e00-\u9fff“”]{2,12}、|的法定(?:办理|办结|审批)?(?:时限|期限|时间)(?=[\u4e00-\u9fff])")
# In 28项事项“一次不跑”的有26项 the words in quotes are said of the 26.
_SUBSET = regex.compile(r"(?<=[\u4e00-\u9fff]{2})“[^”]{2,12}”的(?:有|共有?|达|占)?$")
_THEME = regex.compile(
    r"[ \d(一二三四五六七八九十]{0,4}[.、)]?(?P<theme>(?:12\d{3})?[\u4e00-\u9fff“”]{2,14}?)(?:(?:工作|办理|实施)?情况|方面|工作)?(?<!如下|其中|包括|分别|例如|主要|具体|表现|成效|指出|强调|要求|提出):"
)
_OPENINGS = (",", ";", ":", "其中")  # what a number stands behind that opens its clause
_JOINER = regex.compile(r"(?:以及|并且|、|和(?!解)|及(?![格时])|与(?!会)|或|并(?![处联])|/|\)|”|,)+")

_NOTHING = Span(0, 0)

# What says nothing of what is counted, in front of a number: 共 达 为 分别为 …
_LIGHT = (
    r"共计|共有|共|合计|累计|总计|总共|总数|总量|达到|高达|多达|已达|达|均为|均达|均|为|约|大约|近|超过|超|逾|已经|已|现有|有|是|计|分别|各|仅有|仅为|仅|只有|全部|全年|先后|突破|"
    r"不低于|不少于|不超过|至少|最多|最高|最低|保持在|保持|稳定在|控制在|左右|其中|合|到|了|在|年均|平均|每年|人均|数量|次数|件数|金额|数|率为|量|等|的|也|都|则|并|还|又|再|总|占|占比|占到|中|内|里"
)
LIGHT_END = regex.compile(rf"(?:{_LIGHT}|[ “”\"'])+$")
# Words that are all light, and so no clause of their own: 共计, 其中, 分别为.
_ONLY_LIGHT = regex.compile(rf"(?:{_LIGHT}|[\s“”、和及]|截至目前|目前|全省|全市|全县|全区|我市|我县|我区|我局|今年|年内|本年|期间)*")


@dataclass(frozen=True, slots=True)
class Frame:
    """A quantity and the stretches of the view that surround it.

    ``lead`` runs from the quantity before it, or the start of the sentence, to the number; ``near`` is the part of it in the
    number's own clause; ``tail`` runs from
    the unit to the next quantity or mark; ``reach`` goes on to the end of the clause, over other quantities; ``core`` is
    where the words in front that say something end; ``clause`` is where the clause begins, over figures of the same list;
    ``says_little``
    that the near words are light, ``is_mean`` that they tell a mean, ``shared`` that they are one of the nouns before 分别为,
    ``opens`` that the number opens its clause, so that the near words are those of the clause before; ``theme`` is what
    its part of the sentence is headed by, before a colon.
    """

    quantity: Quantity
    sentence: Span
    lead: Span
    near: Span
    tail: Span
    reach: Span
    core: int
    clause: int
    says_little: bool
    is_mean: bool
    shared: bool = False
    opens: bool = False
    theme: Span = _NOTHING


def find_frames(text: str, quantities: Sequence[Quantity], body: Span) -> list[Frame]:
    """The frames of quantities within the body of a view, in order."""
    sentences = _sentence_starts(text, body)
    frames = []
    for index, quantity in enumerate(quantities):
        sentence = _sentence(text, sentences, quantity.span.start, body)
        before = quantities[index - 1] if index and quantities[index - 1].span.end > sentence.start else None
        after = quantities[index + 1] if index + 1 < len(quantities) else None
        frames.append(_frame(text, quantity, sentence, before, after))
    return _with_lists(text, frames)


def _with_lists(text: str, frames: list[Frame]) -> list[Frame]:
    """The frames, those of a list that goes on behind a comma with the clause of its verb: 审查议题97件、合同216份,文件64件."""
    done: list[Frame] = []
    for frame in frames:
        before = done[-1] if done and done[-1].sentence == frame.sentence else None
        goes_on = before is not None and text[before.lead.slice].startswith("、") and _LISTED_NOUN.fullmatch(text, *frame.lead)
        done.append(replace(frame, clause=before.clause) if before is not None and goes_on else frame)
    return done


def _sentence_starts(text: str, body: Span) -> list[int]:
    return [body.start, *(m.end() for m in _SENTENCE_END.finditer(text, body.start, body.end))]


def _sentence(text: str, starts: list[int], place: int, body: Span) -> Span:
    index = bisect_right(starts, place) - 1
    end = _SENTENCE_END.search(text, place, body.end)
    return Span(starts[index], end.start() if end else body.end)


def _frame(text: str, quantity: Quantity, sentence: Span, before: Quantity | None, after: Quantity | None) -> Frame:
    start = before.span.end if before else sentence.start
    lead = Span(min(start, quantity.span.start), quantity.span.start)
    clause = _CLAUSE_END.search(text, quantity.span.end, sentence.end)
    end = clause.start() if clause else max(sentence.end, quantity.span.end)
    tail_end = _tail_end(text, quantity.span.end, min(end, after.span.start) if after else end)
    # Words behind a later figure belong to this one, too, only where it has its own noun: 对13份合同、1份文件进行了审查.
    reach = Span(quantity.span.end, max(end if tail_end > quantity.span.end + 1 else tail_end, quantity.span.end))
    near = _near(text, lead, follows=before is not None)
    return Frame(
        quantity,
        sentence,
        lead,
        near,
        Span(quantity.span.end, max(tail_end, quantity.span.end)),
        reach,
        core_end(text, near),
        _clause_start(text, sentence.start, near.start),
        is_light(text, near),
        _is_mean(text, near),
        opens=near.start < near.end and text.endswith(_OPENINGS, near.start, near.end),
        theme=_theme(text, sentence.start, near.start),
    )


def _tail_end(text: str, start: int, end: int) -> int:
    """Where the words behind a figure end that are not yet those of the next one."""
    mark = text.find("、", start, end)
    subset = _SUBSET.search(text, start, end)
    return subset.start() if subset else end if mark < 0 else mark


def _near(text: str, lead: Span, *, follows: bool) -> Span:
    noun = _NOUN_OF_BEFORE.match(text, *lead) if follows else None
    if noun:
        lead = Span(noun.end(), lead.end)
    marks = [m.end() for m in _MARK.finditer(text, *lead) if m["mark"] or m.group().startswith(_WITH)]
    for mark in reversed([lead.start, *marks]):
        start = mark
        goes_on = not follows and text.startswith("涉及", start)  # 开展联合抽查,涉及企业18户
        if not goes_on and not _ONLY_LIGHT.fullmatch(text, start, lead.end):
            break
    else:
        start = lead.start
    joined = None if noun and start == noun.end() else _JOINER.match(text, start, lead.end)
    return Span(joined.end() if joined else start, lead.end)


def _theme(text: str, start: int, end: int) -> Span:
    """What heads the stretch that a figure stands in: 信访 in 信访:受理36件,办结35件. Empty where nothing does."""
    found = _THEME.match(text, max(start, text.rfind(";", start, end) + 1), end)
    return Span(*found.span("theme")) if found else Span(start, start)


def _is_mean(text: str, near: Span) -> bool:
    return _MEAN.search(text, *near) is not None


def _clause_start(text: str, start: int, place: int) -> int:
    """Where the clause of a place begins: behind the last mark outside of brackets and quotes, as far back as is worth looking."""
    start = max(start, place - _FARTHEST)
    marks = [found.end() for found in _CLAUSE_MARK.finditer(text, start, place) if found["mark"]]
    return marks[-1] if marks else start


def is_light(text: str, span: Span) -> bool:
    """Whether a stretch says nothing of what is counted."""
    return _ONLY_LIGHT.fullmatch(text, *span) is not None


def core_end(text: str, near: Span) -> int:
    """Where the words that say something end, in front of a number."""
    found = LIGHT_END.search(text, *near)
    return found.start() if found else near.end
