"""A pipeline that takes next to no time and knows only digits: what the command and the API do does not hang on what is extracted.

Run as `python -m tests.stub ARGUMENT…` it is the command `fazhi` over that pipeline.
"""

import sys
from types import ModuleType

import regex

from extractor.document import Document
from schemas import Indicator, Numeral, Report, Source, Span, SpanQuote, Warning  # noqa: A004

_DIGITS = regex.compile(r"[0-9]+")
DEFECT = "这一句出错"  # a text with these words makes the pipeline fail


def extract(document: Document) -> Report:
    if DEFECT in document.text:
        raise ZeroDivisionError("division by zero")
    found = [(number, Span(start=run.start(), end=run.end()), run.group()) for number, run in enumerate(_DIGITS.finditer(document.text), 1)]
    source = document.source
    return Report(
        source=Source(
            name=source.name,
            path=source.path,
            sha256=source.sha256,
            media_type=source.media_type,
            encoding=source.encoding,
            characters=len(document.text),
            pages=source.pages,
        ),
        title=document.text.strip().splitlines()[0],
        body=Span(start=0, end=len(document.text)),
        numerals=tuple(Numeral(start=span.start, end=span.end, text=text, kind="quantity", indicator=number) for number, span, text in found),
        indicators=tuple(
            Indicator(
                id=number,
                name=f"第{number}个数",
                value=text,
                unit="件",
                written=text,
                numeral=span,
                evidence=SpanQuote(start=span.start, end=span.end, quote=text),
            )
            for number, span, text in found
        ),
        warnings=tuple(Warning(code=notice.code, message=notice.message) for notice in document.notices),
    )


def module() -> ModuleType:
    """What can take the place of `extractor.pipeline`."""
    made = ModuleType("extractor.pipeline")
    vars(made)["extract"] = extract
    return made


if __name__ == "__main__":
    sys.modules["extractor.pipeline"] = module()
    from cli import main

    main()
