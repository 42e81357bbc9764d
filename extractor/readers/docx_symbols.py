r"""Characters of symbol fonts, which Word keeps by their place in the font.

>>> symbol("F0FE", "Wingdings"), symbol("2103", "宋体"), symbol("F0E8", "Webdings")
('☑', '℃', '')
>>> without_private("\uf0a8 已公开", "Wingdings")
'□ 已公开'
"""

import regex

_PRIVATE = 0xF000  # where the 256 characters of a symbol font lie
_PRIVATE_RUN = regex.compile("[\uf000-\uf0ff]")

_RINGED, _RINGED_FULL = "⓪①②③④⑤⑥⑦⑧⑨⑩", "⓿❶❷❸❹❺❻❼❽❾❿"
_FONTS: dict[str, dict[int, str]] = {
    "wingdings": {
        **dict(enumerate(_RINGED + _RINGED_FULL, 0x80)),
        0x6C: "●",
        0x6D: "○",
        0x6E: "■",
        0x6F: "□",
        0x75: "◆",
        0xA1: "○",
        0xA7: "▪",
        0xA8: "□",
        0xAB: "★",
        0xD8: "➢",
        0xE0: "→",
        0xFB: "✗",
        0xFC: "✓",
        0xFD: "☒",
        0xFE: "☑",
    },
    "wingdings 2": {
        **dict(enumerate(_RINGED + _RINGED_FULL, 0x69)),
        0x4F: "✗",
        0x50: "✓",
        0x51: "☒",
        0x52: "☑",
        0x53: "☒",
        0x54: "☒",
        0xA3: "□",
    },
    "symbol": {
        **{code: chr(code) for code in range(0x20, 0x40)},
        **dict(enumerate("αβχδεφγηιϕκλμνοπθρστυϖωξψζ", 0x61)),
        0xA3: "≤",
        0xB0: "°",
        0xB1: "±",
        0xB3: "≥",
        0xB4: "×",
        0xB7: "·",
        0xB8: "÷",
        0xB9: "≠",
        0xBB: "≈",
        0xD7: "·",
        0xAE: "→",
    },
}
_SYMBOL_FONTS = ("wingdings", "webdings", "symbol", "marlett")


def symbol(code: str | None, font: str | None) -> str:
    """A character by its hexadecimal number in a font; empty where it is a picture that no character stands for."""
    try:
        number = int(code or "", 16)
    except ValueError:
        return ""
    is_symbol = _PRIVATE <= number < _PRIVATE + 0x100 or number < 0x100 and _is_symbol_font(font)
    if is_symbol:
        return _FONTS.get((font or "").lower(), {}).get(number & 0xFF, "")
    return chr(number) if 0x20 <= number < 0xD800 or 0xE000 <= number < 0x11_0000 else ""


def without_private(text: str, font: str | None) -> str:
    """A text whose characters of a symbol font are those that they look like, or gone."""
    return _PRIVATE_RUN.sub(lambda match: symbol(f"{ord(match[0]):X}", font), text)


def _is_symbol_font(font: str | None) -> bool:
    return (font or "").lower().startswith(_SYMBOL_FONTS)
