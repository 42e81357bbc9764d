"""A name for a figure, in the words of the text, that a person understands out of context.

A name is put together from what the words in front of the number say and what stands behind it (noun_phrases, names_own), from the
figures before that it is about (names_parts, names_follow), and from its unit (names_suffix). Where several ways could name a figure, the first of
`_WAYS` does; a way that does not apply gives None.
"""

from collections.abc import Callable

import regex

from extractor.indicators.frames import Frame
from extractor.indicators.names_follow import goes_on_list, is_mean, is_paired, is_rate_of_topic, is_restated, is_same_again, is_shared_rate
from extractor.indicators.names_own import of_case, of_noun_behind, of_own_words, of_what_is_said
from extractor.indicators.names_parts import is_fine_of_part, is_item, is_outcome, is_share
from extractor.indicators.names_suffix import counted
from extractor.indicators.names_words import Named, Words, gather
from extractor.indicators.noun_phrases import phrase_before
from extractor.indicators.reading import Reading
from extractor.indicators.talk import Talk

_WAYS: tuple[Callable[[Words], Named | None], ...] = (
    is_restated,
    is_share,
    is_paired,
    of_case,
    is_mean,
    is_fine_of_part,
    is_outcome,
    is_item,
    is_shared_rate,
    is_rate_of_topic,
    of_noun_behind,
    of_what_is_said,
    goes_on_list,
    of_own_words,
    is_same_again,
)


def name_of(talk: Talk, frame: Frame, reading: Reading) -> Named:
    """The name of a figure that tells how much there is."""
    words = gather(talk, frame, reading)
    named = next(filter(None, (way(words) for way in _WAYS)), Named(""))
    name = _in_scope(talk, reading, counted(named.name, words.unit))
    return Named(name, words.topic if words.topic and words.is_aside else _head(named.noun), named.verb)


def _head(noun: str) -> str:
    """A noun without what is said of it: 以本局名义印发的规范性文件 is 规范性文件."""
    head = noun.rpartition("的")[2]
    return head if len(head) > 1 else noun


# --- campaigns

_SCOPED = ("penalty.", "inspection.units", "inspection.opinions", "inspection.officers")
_OPENS_SCOPE = frozenset({"inspection.random_units", "inspection.campaigns"})
_CAMPAIGN = regex.compile(r"(?P<random>“?双随机)|国家随机监督抽查|随机监督抽查|“[^”]{2,10}”(?:专项)?(?:行动|整治)|专项(?:检查|整治|行动|治理)")
_NEAR_ENOUGH = 12  # figures, back from the one that is named


def _in_scope(talk: Talk, reading: Reading, name: str) -> str:
    """A name with the campaign in front whose figures the sentence tells."""
    if not (reading.code or "").startswith(_SCOPED) or not name:
        return name
    label = next(filter(None, map(_label, reversed(talk.done[-_NEAR_ENOUGH:]))), "")
    return name if label in name else label + name


def _label(done: Reading) -> str:
    found = _CAMPAIGN.search(done.name) if done.code in _OPENS_SCOPE else None
    if found is None:
        return ""
    return "“双随机”" if found["random"] else found.group()


# --- rises and falls

_COMPARED = regex.compile(r"(?:同比|环比|相比|[较比][^,;:。]{0,12}|分别|(?<!平)均|额反而)$|^[前后]者$")
_AGAINST = ((regex.compile("同比"), "同比变化"), (regex.compile("年初|年末|年底"), "较年初变化"), (regex.compile("年"), "较上年变化"))
_SAYS_ENOUGH = 4


def change_name(subject: str, words: str, base: str) -> str:
    """The name of a rise or fall: ``subject`` stands before it, ``words`` tell it, ``base`` names the figure that it may be of.

    >>> change_name("案件总数则", "案件总数则同比下降", "立案数"), change_name("", "比上年减少", "立案数")
    ('案件总数同比变化', '立案数较上年变化')
    """
    phrase = _COMPARED.sub("", phrase_before(subject))
    own = len(phrase) >= _SAYS_ENOUGH and "分别" not in words or not base
    return (phrase if own else base) + next((suffix for pattern, suffix in _AGAINST if pattern.search(words)), "变化")


# --- none at all

_NONE = regex.compile(
    r"^(?:(?:没有|尚未|从未|均未|未|无)(?:发生|出现|收到|接到|引起|引发|产生|办理|受理|有|存在|因[^,;。]{2,12}而?引发的?)?(?:过|一[起件例])?)+|(?:亦|均|都|也)?(?:为零|为0|零发生|零报告)$"
)


def denied_name(words: str) -> str:
    """What a statement denies, as the name of its figure.

    >>> denied_name("没有发生行政复议案件"), denied_name("行政诉讼案件亦为零")
    ('行政复议案件数', '行政诉讼案件数')
    """
    thing = phrase_before(_NONE.sub("", words))
    return counted(thing or words, "件" if thing.endswith("件") else "")
