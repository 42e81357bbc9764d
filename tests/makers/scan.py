"""Scans: a text set by LibreOffice, drawn at the resolution of a scanner, laid a little askew on it, and wrapped into a PDF of images.

The same text, look and resolution give the same pixels in every run.
"""

import os
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from io import BytesIO
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

_NAMESPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (("office", "office"), ("style", "style"), ("text", "text"), ("table", "table"), ("svg", "svg-compatible"), ("fo", "xsl-fo-compatible"))
)
_DOCUMENT = """\
<?xml version="1.0" encoding="UTF-8"?>
<office:document {namespaces} office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text">
<office:font-face-decls><style:font-face style:name="L" svg:font-family="'{latin}'"/><style:font-face style:name="H" svg:font-family="'{han}'"/></office:font-face-decls>
<office:automatic-styles>
<style:style style:name="P" style:family="paragraph"><style:paragraph-properties fo:text-align="justify" fo:line-height="150%"/>
<style:text-properties style:font-name="L" style:font-name-asian="H" fo:font-size="{size}pt" style:font-size-asian="{size}pt"
 fo:language="en" fo:country="US" style:language-asian="zh" style:country-asian="CN"/></style:style>
<style:style style:name="C" style:family="table-cell"><style:table-cell-properties fo:border="0.75pt solid #000000" fo:padding="0.1cm"/></style:style>
<style:page-layout style:name="A4"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm"
 fo:margin-top="3cm" fo:margin-bottom="3cm" fo:margin-left="2.7cm" fo:margin-right="2.7cm"/></style:page-layout>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="A4"/></office:master-styles>
<office:body><office:text>{body}</office:text></office:body></office:document>
"""


@dataclass(frozen=True, slots=True)
class Type:
    """What a text is set in: the families of its Latin and its Chinese characters, and their size in points."""

    latin: str = "Liberation Serif"
    han: str = "Noto Serif CJK SC"
    size: float = 14


@dataclass(frozen=True, slots=True)
class Wear:
    """What a copier and a scanner did to a page: ``skew`` in degrees against the clock, ``noise`` in grey levels, ``blur`` in pixels, JPEG ``quality``."""

    skew: float = 0.4
    noise: float = 8
    blur: float = 0.4
    quality: int = 75


def has_office() -> bool:
    """Whether there is a LibreOffice to set a text with."""
    return shutil.which("soffice") is not None


def typeset(text: str, folder: Path, face: Type | None = None) -> bytes:
    """The PDF that LibreOffice makes of a text, a line a paragraph, lines with tabs a ruled table; ``folder`` takes its working files."""
    source = folder / "text.fodt"
    source.write_text(_flat_document(text, face or Type()), encoding="utf-8")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", os.fspath(folder), os.fspath(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return source.with_suffix(".pdf").read_bytes()


def drawn(pdf: bytes, dpi: int = 150) -> "list[Image]":
    """The pages of a PDF as clean grey images."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        return [page.render(scale=dpi / 72, grayscale=True).to_pil() for page in document]
    finally:
        document.close()


def worn(page: "Image", wear: Wear | None = None, seed: int = 0) -> "Image":
    """A clean page as it comes from the scanner."""
    import numpy
    from PIL import Image, ImageFilter

    wear = wear or Wear()
    turned = page.convert("L").rotate(wear.skew, resample=Image.Resampling.BICUBIC, fillcolor=255).filter(ImageFilter.GaussianBlur(wear.blur))
    grain = numpy.random.default_rng(seed).normal(0, wear.noise, (turned.height, turned.width))
    return Image.fromarray((numpy.asarray(turned, dtype=float) * 0.92 + 12 + grain).clip(0, 255).astype("uint8"))


def image_pdf(pages: "Sequence[Image]", dpi: int = 150, quality: int = 75) -> bytes:
    """A PDF in which there is nothing but the images of its pages."""
    out = BytesIO()
    pages[0].save(out, "PDF", save_all=True, append_images=list(pages[1:]), resolution=dpi, quality=quality)
    return out.getvalue()


def scanned_pages(text: str, folder: Path, face: Type | None = None, wear: Wear | None = None, dpi: int = 150) -> "list[Image]":
    """The pages of a text as images, worn."""
    return [worn(page, wear, seed) for seed, page in enumerate(drawn(typeset(text, folder, face), dpi))]


def scanned_pdf(text: str, folder: Path, face: Type | None = None, wear: Wear | None = None, dpi: int = 150) -> bytes:
    """A scan of a text as a PDF without a character in it."""
    return image_pdf(scanned_pages(text, folder, face, wear, dpi), dpi, (wear or Wear()).quality)


def _flat_document(text: str, face: Type) -> str:
    blocks = groupby(text.splitlines(), key=lambda line: line.count("\t"))
    body = "".join(_table(list(lines)) if tabs else "".join(map(_paragraph, lines)) for tabs, lines in blocks)
    return _DOCUMENT.format(namespaces=_NAMESPACES, latin=face.latin, han=face.han, size=face.size, body=body)


def _paragraph(line: str) -> str:
    return f'<text:p text:style-name="P">{escape(line).replace("  ", " <text:s/>")}</text:p>'


def _table(lines: list[str]) -> str:
    """A ruled table, a row a line."""
    columns = f'<table:table-column table:number-columns-repeated="{lines[0].count(chr(9)) + 1}"/>'
    rows = "".join(f"<table:table-row>{''.join(map(_cell, line.split(chr(9))))}</table:table-row>" for line in lines)
    return f"<table:table>{columns}{rows}</table:table>"


def _cell(text: str) -> str:
    return f'<table:table-cell table:style-name="C" office:value-type="string">{_paragraph(text)}</table:table-cell>'
