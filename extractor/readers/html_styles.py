"""What the look of an element says of its text: whether it is shown, bold, in which face, and whether its line ends count.

>>> parse_style("FONT-WEIGHT: 700; font-family: 黑体, SimHei").bold
True
>>> parse_style("display:none").hidden, parse_style("list-style: none").marker
(True, 'none')
"""

from functools import lru_cache
from typing import NamedTuple

import regex

_DECLARATION = regex.compile(r"([\w-]+)\s*:\s*([^;]*)")
_URL = regex.compile(r"url\([^)]*\)")
_BOLD = regex.compile(r"\b(?:bold(?:er)?|[6-9]00|1000)\b")
_NOT_BOLD = regex.compile(r"\b(?:normal|lighter|[1-5]00)\b")
_NO_SIZE = regex.compile(r"0+(?:\.0+)?(?:px|pt|em|rem|%)?(?:\s*!important)?")
_BLOCK = regex.compile(r"block|flex|grid|table|list-item|flow-root")
_SIZED_FACE = regex.compile(r"\d[\w.%]*(?:/\S+)?\s+(.+)")

_MEDIA = regex.compile(r"@[\w-]++[^{};]*+\{(?:[^{}]*+\{[^{}]*+\})*+[^{}]*+\}")
_RULE = regex.compile(r"(?:^|(?<=[}/;>]))\s*+([^{}@;]++)\{([^{}]*+)\}")
_NAME = regex.compile(r"[.#][\w-]+")


class Look(NamedTuple):
    """What an element's style asks for; None where it asks for nothing."""

    hidden: bool = False
    bold: bool | None = None
    face: str | None = None
    sizeless: bool | None = None
    breaks: bool | None = None
    block: bool = False
    marker: str | None = None


class Style(NamedTuple):
    """How text looks where it stands: what its elements ask for, the inner ones before the outer ones."""

    hidden: bool = False
    bold: bool = False
    face: str | None = None
    sizeless: bool = False
    breaks: bool = False
    linked: bool = False
    filed: bool = False

    @property
    def is_shown(self) -> bool:
        """Whether a person sees the text."""
        return not (self.hidden or self.sizeless)

    def within(self, look: Look) -> "Style":
        """The style of what stands within an element of that look."""
        return self._replace(
            hidden=self.hidden or look.hidden,
            bold=self.bold if look.bold is None else look.bold,
            face=look.face or self.face,
            sizeless=self.sizeless if look.sizeless is None else look.sizeless,
            breaks=self.breaks if look.breaks is None else look.breaks,
        )


@lru_cache(maxsize=4096)
def parse_style(style: str) -> Look:
    """The look that a style attribute asks for; what is no style asks for nothing."""
    rules = {name: value.strip() for name, value in _DECLARATION.findall(_URL.sub("", style[:2000]).lower())}
    display = rules.get("display", "")
    font = rules.get("font", "")
    return Look(
        hidden=display.startswith("none") or rules.get("visibility", "").startswith("hidden") or rules.get("mso-hide", "").startswith("all"),
        bold=_bold(rules.get("font-weight") or font),
        face=parse_face(rules.get("font-family") or _face_in(font)),
        sizeless=_NO_SIZE.fullmatch(rules["font-size"]) is not None if rules.get("font-size") else None,
        breaks=rules["white-space"].startswith("pre") if rules.get("white-space") else None,
        block=_BLOCK.match(display) is not None,
        marker=rules.get("list-style-type") or rules.get("list-style"),
    )


def parse_face(family: str) -> str | None:
    """The first face of a font family, in lower case and without quotes.

    >>> parse_face("'Times New Roman', 宋体"), parse_face("仿宋_GB2312")
    ('times new roman', '仿宋')
    """
    first = family.split(",", maxsplit=1)[0].strip(" \"'").lower().removesuffix("_gb2312").strip()
    return _FACES.get(first, first) or None


# One face under the names that Windows, the Mac and old versions of both have for it.
_FACES = {
    "simhei": "黑体",
    "heiti sc": "黑体",
    "stheiti": "黑体",
    "方正黑体简体": "黑体",
    "方正黑体_gbk": "黑体",
    "方正黑体": "黑体",
    "kaiti": "楷体",
    "simkai": "楷体",
    "stkaiti": "楷体",
    "华文楷体": "楷体",
    "方正楷体简体": "楷体",
    "方正楷体_gbk": "楷体",
    "fangsong": "仿宋",
    "simfang": "仿宋",
    "stfangsong": "仿宋",
    "华文仿宋": "仿宋",
    "方正仿宋简体": "仿宋",
    "方正仿宋_gbk": "仿宋",
    "simsun": "宋体",
    "nsimsun": "宋体",
    "新宋体": "宋体",
    "华文宋体": "宋体",
}


def find_hidden_names(sheet: str) -> frozenset[str]:
    """The classes and ids (`.name`, `#name`) that a style sheet hides, by rules that hold on every screen and that no other rule lifts.

    >>> sorted(find_hidden_names(".a, #b {display: none} .c .d {display:none} @media print {.e {display:none}}"))
    ['#b', '.a']
    """
    hidden: set[str] = set()
    lifted: set[str] = set()
    for selectors, body in _RULE.findall(_MEDIA.sub("}", sheet)):
        if "display" in body:
            names = {selector.strip() for selector in selectors.split(",")}
            (hidden if parse_style(body).hidden else lifted).update(name for name in names if _NAME.fullmatch(name))
    return frozenset(hidden - lifted)


def _bold(value: str) -> bool | None:
    if _BOLD.search(value):
        return True
    return False if _NOT_BOLD.search(value) else None


def _face_in(font: str) -> str:
    """The family of the shorthand `font: 7.0pt "Times New Roman"`."""
    found = _SIZED_FACE.search(font)
    return found[1] if found else ""
