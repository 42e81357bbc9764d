"""Which figures of a recognised line are to be looked at.

A figure is as sure as its least sure character, and no surer than the characters beside it: where a digit is lost or one too many, the model
wavers there as well. Shapes that no figure has are doubtful however sure the model was.

>>> weighed(Recognised("培训27.787期", (0.9999,) * 9)).certainties
(0.9999, 0.9999, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.9999)
>>> uncertain_figures(weighed(Recognised("罚款23.4万元，立案3件", (0.9999,) * 4 + (0.7,) + (0.9999,) * 9)))
['23.4']
"""

from itertools import chain

import regex

from extractor.readers.ocr_text import DOUBTFUL, UNCERTAIN, Recognised
from extractor.spans import Span

_FIGURE = regex.compile(r"\d[\d.,，．%％]*(?<![,，])")
_COUNTED = "(?:[件起宗户家名项条份场期次批台辆艘册本篇处所人]|个(?!工作日|自然日|月|小时|学时|百分点))"

# Recognition is seldom sure of a mark. One that parts no digits says nothing of a figure, and a comma that parts a count is what it must be.
_GRANTED = regex.compile(
    rf"[\p{{P}}\p{{S}}--[.．%％—–~～-]](?!\d)|(?<!\d)[\p{{P}}\p{{S}}]|(?<=\d)[,，](?=\d{{3}}(?:[,，]\d{{3}})*(?:\.\d|{_COUNTED}))", regex.V1
)

# What was printed may have been another figure.
_SHAPES = tuple(
    map(
        regex.compile,
        (
            rf"\d+[.．]\d+(?={_COUNTED})",  # `27.787期`: things are counted in whole numbers; a comma was printed
            r"\d+[.．,，]\d+[.．,，](?=[.．,，%])|\d*[.．,，]{2,}\d*|%\d+",  # `88.8..`
            r"(?<!\d)\d{1,3},(?:\d{1,2}|\d{4,})(?![\d,])|\d{4,},\d{3}(?!\d)",  # `1,08件`: groups have three digits
            rf"(?<![\d.,:—~-])0\d+(?={_COUNTED})",  # `06919件`
            r"(?<=\d月)\d+(?![\d日号至、.—~-])(?=.)",  # `6月511，`: a 日 was taken for a digit
            r"(?<!\d)(?:1[3-9]|[2-9]\d)(?=月\d)",  # `51月3日`
            r"\d+[A-Za-z][\dA-Za-z]*|[A-Za-z]+\d[\dA-Za-z]*",  # `8S件`
        ),
    )
)


def weighed(line: Recognised) -> Recognised:
    """A line whose figures are as sure as what stands in and beside them, and whose marks are taken for granted where they part no digits."""
    granted = {match.start() for match in _GRANTED.finditer(line.text)}
    line = Recognised(line.text, tuple(1.0 if place in granted else certainty for place, certainty in enumerate(line.certainties)))
    for match in chain.from_iterable(shape.finditer(line.text) for shape in _SHAPES):
        line = line.with_certainty(Span(*match.span()), DOUBTFUL)
    for match in _FIGURE.finditer(line.text):
        around = line.certainties[max(0, match.start() - 1) : match.end() + 1]
        line = line.with_certainty(Span(*match.span()), min(around))
    return line


def uncertain_figures(line: Recognised) -> list[str]:
    """The figures of a weighed line that are to be looked at, as they stand there."""
    return [match.group() for match in _FIGURE.finditer(line.text) if min(line.certainties[match.start() : match.end()]) < UNCERTAIN]
