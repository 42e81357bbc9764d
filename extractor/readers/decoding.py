"""From bytes to characters, strictly: what says its encoding first, then what can be only one, then what is likeliest.

>>> decode("本縣於去年報告，共受理三件。".encode("cp950")).encoding
'cp950'
"""

import codecs
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from operator import itemgetter

import regex

from extractor.document import Notice
from extractor.errors import ReadError
from extractor.readers.frequent import SAMPLE, likeness

# UTF-32 before UTF-16, whose mark its own begins with.
_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_WIDE = ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be")
_CHINESE = ("gb18030", "cp950", "big5hkscs")

# What pages and programs call the encodings, narrower names read as the wider encoding that they are used for.
_DECLARED = {
    **dict.fromkeys(("gb2312", "gb_2312-80", "gbk", "x-gbk", "cp936", "gb18030"), ("gb18030",)),
    **dict.fromkeys(("big5", "big-5", "x-x-big5", "cp950", "big5-hkscs", "big5hkscs"), ("cp950", "big5hkscs")),
}
_DECLARATION = regex.compile(rb"(?:charset|encoding)\s*[=:]\s*[\"']?([a-z0-9_-]{3,20})", regex.I)
DECLARED_WITHIN = 4096  # bytes from the start in which a declaration is looked for

LIKELY = 0.15  # of a text's characters are frequent where its encoding is right; in the wrong one it is a few in a hundred
FEW_CHARACTERS = 20  # too few for that share to say anything
MOST_DAMAGE = 0.01  # share of characters that may be lost in a text with broken bytes


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text without byte-order mark, and Python's name of the encoding that turns the bytes into it."""

    text: str
    encoding: str
    notices: tuple[Notice, ...] = ()


def decode(data: bytes, demanded: str | None = None) -> Decoded:
    """The text in the bytes, by the first attempt that succeeds, or in the encoding that is demanded. Raises ReadError where none does."""
    if demanded:
        return _as_demanded(data, demanded)
    marked = _by_mark(data)
    if marked:
        return marked
    bare = data.removeprefix(codecs.BOM_UTF8)
    for attempt in _ATTEMPTS:
        decoded = attempt(bare)
        if decoded:
            return decoded
    raise ReadError("its encoding cannot be told; perhaps it is no text")


def _as_demanded(data: bytes, encoding: str) -> Decoded:
    """As the user says, with a notice where that cannot be quite right."""
    text = data.decode(encoding, "replace").removeprefix("\ufeff")
    lost = text.count("\ufffd")
    notices = (Notice("undecodable_bytes", f"in {lost} places the bytes are no {encoding}; \ufffd stands there"),) if lost else ()
    return Decoded(text, encoding, notices)


def _by_mark(data: bytes) -> Decoded | None:
    return next(_strict(data, (encoding for mark, encoding in _MARKS if data.startswith(mark))), None)


def _by_null_bytes(data: bytes) -> Decoded | None:
    """UTF-16 and UTF-32 without a mark: no other encoding of text has null bytes, and they have one in every digit and line end."""
    if b"\0" not in data:
        return None
    readings = [reading for reading in _strict(data, _WIDE) if "\0" not in reading.text and _legible(reading.text) >= LIKELY]
    if not readings:
        raise ReadError("null bytes in it, as binary files have")
    return max(readings, key=lambda reading: _legible(reading.text))


def _as_utf8(data: bytes) -> Decoded | None:
    return next(_strict(data, ("utf-8",)), None)


def _as_declared(data: bytes) -> Decoded | None:
    declared = _DECLARATION.search(data, 0, DECLARED_WITHIN)
    return next(_strict(data, _DECLARED.get(declared[1].decode().lower(), ())), None) if declared else None


def _as_chinese(data: bytes) -> Decoded | None:
    """GB18030 takes almost any bytes of Big5, and the reverse happens: the reading with more frequent characters is right."""
    readings = _strict(data, _CHINESE)
    share, best = max(((likeness(reading.text), reading) for reading in readings), key=itemgetter(0), default=(0.0, None))
    return best if share >= LIKELY or len(data) < 2 * FEW_CHARACTERS else None


def _with_damage(data: bytes) -> Decoded | None:
    """A text with a few broken bytes, as where it was cut in the middle of a character."""
    readings = (Decoded(data.decode(encoding, "replace"), encoding) for encoding in ("utf-8", *_CHINESE))
    best = max(readings, key=lambda reading: likeness(reading.text))
    lost = best.text.count("\ufffd")
    if likeness(best.text) < LIKELY or lost > max(1, MOST_DAMAGE * len(best.text)):
        return None
    return Decoded(best.text, best.encoding, (Notice("undecodable_bytes", f"in {lost} places the bytes are no {best.encoding}; \ufffd stands there"),))


def _by_guess(data: bytes) -> Decoded | None:
    from charset_normalizer import from_bytes

    guess = from_bytes(data).best() if len(data) >= FEW_CHARACTERS else None
    if guess is None:
        return None
    return Decoded(str(guess), guess.encoding, (Notice("guessed_encoding", f"the encoding is a guess: {guess.encoding}"),))


_ATTEMPTS: tuple[Callable[[bytes], Decoded | None], ...] = (_by_null_bytes, _as_utf8, _as_declared, _as_chinese, _with_damage, _by_guess)


def _strict(data: bytes, encodings: Iterable[str]) -> Iterator[Decoded]:
    """The readings of the bytes in those of the encodings in which they are valid."""
    for encoding in encodings:
        try:
            yield Decoded(data.decode(encoding), encoding)
        except UnicodeDecodeError:
            continue


def _legible(text: str) -> float:
    """Like likeness, for texts that may be ASCII alone."""
    sample = text[:SAMPLE]
    ascii_share = sum(" " <= c <= "~" or c in "\t\r\n" for c in sample) / len(sample)
    return ascii_share + likeness(text) * (1 - ascii_share)
