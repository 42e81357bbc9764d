"""Records from JSON: one a line, one array, or one after the other however they are spaced.

>>> from io import BytesIO
>>> [str(failure) for failure in read_json(BytesIO(b'{}\\n{"source": 1}'), "a.jsonl")][0]
'a.jsonl, line 1: this is no record: a record is an object with a source'
"""

import json
from collections.abc import Iterator
from decimal import Decimal
from typing import BinaryIO

from extractor.errors import ReadError
from extractor.files import Failure
from extractor.record_files.parsing import parse_record, record_of
from schemas import Report

_PIECE = 1 << 20  # characters; an element is far shorter
_LONGEST = 1 << 28  # what is no JSON by then is none
_BETWEEN = " \t\r\n,"


def read_json(stream: BinaryIO, name: str) -> Iterator[Report | Failure]:
    """The records of a stream in order, each as soon as it is there; one that cannot be read never ends the rest where each has its line."""
    first = b""
    for first in stream:
        if first.strip():
            break
    if _is_whole(first):
        yield from _of_lines(first, stream, name)
    elif first.strip():
        yield from _of_values(first, stream, name)
    else:
        yield Failure(name, "there are no records in it")


def _is_whole(line: bytes) -> bool:
    """Whether a line is an object of its own, or looks like a broken one rather than the beginning of many lines."""
    stripped = line.removeprefix(b"\xef\xbb\xbf").strip()
    return stripped.startswith(b"{") and len(stripped) > 1


def _of_lines(first: bytes, stream: BinaryIO, name: str) -> Iterator[Report | Failure]:
    yield from _of_line(first.removeprefix(b"\xef\xbb\xbf"), name, 1)
    for number, line in enumerate(stream, 2):
        yield from _of_line(line, name, number)


def _of_line(line: bytes, name: str, number: int) -> Iterator[Report | Failure]:
    if not line.strip():
        return
    try:
        yield parse_record(line)
    except ReadError as error:
        yield Failure(f"{name}, line {number}", str(error), error)


def _of_values(first: bytes, stream: BinaryIO, name: str) -> Iterator[Report | Failure]:
    number = 0
    try:
        for number, value in enumerate(_values(first, stream), 1):
            yield _of_value(value, f"{name}, record {number}")
    except (ValueError, RecursionError) as error:
        yield Failure(f"{name}, record {number + 1}", f"this is no JSON: {error}", error if isinstance(error, ValueError) else None)


def _of_value(value: object, name: str) -> Report | Failure:
    try:
        return record_of(value)
    except ReadError as error:
        return Failure(name, str(error), error)


def _values(first: bytes, stream: BinaryIO) -> Iterator[object]:
    """The elements of an array, or values one after the other, with no more of them in memory than needed. Raises ValueError."""
    decoder = json.JSONDecoder(parse_float=Decimal)
    text = _Text(first, stream)
    text.pass_over(_BETWEEN + "[")
    while text.ahead and not text.ahead.startswith("]"):
        yield text.value(decoder)
        text.pass_over(_BETWEEN)


class _Text:
    """Characters of a stream, as many as are needed."""

    def __init__(self, first: bytes, stream: BinaryIO) -> None:
        import codecs

        self._decode = codecs.getincrementaldecoder("utf-8-sig")().decode
        self._stream = stream
        self.ahead = self._decode(first)

    def pass_over(self, characters: str) -> None:
        self.ahead = self.ahead.lstrip(characters)
        while not self.ahead and self._more(_PIECE):
            self.ahead = self.ahead.lstrip(characters)

    def value(self, decoder: json.JSONDecoder) -> object:
        size = _PIECE
        while True:
            try:
                value, end = decoder.raw_decode(self.ahead)
            except ValueError:
                if len(self.ahead) > _LONGEST or not self._more(size):
                    raise
                size *= 2
            else:
                self.ahead = self.ahead[end:]
                return value

    def _more(self, size: int) -> bool:
        data = self._stream.read(size)
        self.ahead += self._decode(data)
        return bool(data)
