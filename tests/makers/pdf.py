"""PDF documents: a report printed by LibreOffice in the looks that real ones have, or strings and rules drawn just where a test wants them.

>>> blocks = find_blocks("某局文件\\n某市水利局\\n2022年法治政府建设年度报告\\n一、概况\\n全年立案3件。\\n类别\\t件数\\n许可\\t86\\n　　　　　　某市水利局\\n　　　　　　2023年1月5日")
>>> [block.kind for block in blocks]
['line', 'title', 'title', 'heading', 'text', 'table', 'signature', 'signature']
"""

import os
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from html import escape
from io import BytesIO
from itertools import groupby
from pathlib import Path

import regex

from extractor.view import View
from tests.makers.scan import has_office

__all__ = ["LOOKS", "Block", "Look", "Mark", "drawn_pdf", "find_blocks", "has_office", "printed", "unbroken"]

_TITLE_END = regex.compile(r"\S{4,60}(?:报告|总结|小结|情况)(?:[（(].{2,8}[)）])?")
_LABEL = regex.compile(
    r"第[一二三四五六七八九十]{1,3}(?:章|部分)|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）]|\d{1,2}[.．、](?!\d)|[（(]\d{1,2}[)）]"
)
_DATE = regex.compile(r"(?:20\d\d|二〇..)\s*年.{1,4}月.{1,4}日")


@dataclass(frozen=True, slots=True)
class Block:
    """A line of a text, or the rows of a table, and what it is: title, heading, text, line, signature or table."""

    kind: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Look:
    """How a report is printed: sizes and margins in points, ``pitch`` from line to line, ``spacing`` between paragraphs."""

    name: str
    size: float = 16
    pitch: float = 28
    margins: tuple[float, float, float, float] = (105, 79, 99, 75)  # top, left, bottom, right
    columns: int = 1
    indent: bool = True
    spacing: float = 0
    align: str = "justify"
    header: str = ""
    footer: str = "— # —"
    han: str = "Noto Serif CJK SC"
    latin: str = "Liberation Serif"
    title_size: float = 22
    heading_bold: bool = True
    ruled: bool = True
    landscape: bool = False
    mirrored: bool = False
    typed_indent: bool = False


LOOKS = (
    Look("official"),
    Look("two columns", size=10.5, pitch=17, margins=(70, 60, 70, 60), columns=2, title_size=18, footer="#"),
    Look("small margins", size=12, pitch=18, margins=(36, 36, 36, 36), footer="第 # 页"),
    Look("no indent, spaced paragraphs", size=12, pitch=20, indent=False, spacing=10, align="start", footer="#"),
    Look("no indent, blank lines", size=12, pitch=20, indent=False, spacing=20, align="start", footer="- # -", heading_bold=False),
    Look("running header", size=14, pitch=24, header="法治政府建设年度报告汇编", footer="# / 20"),
    Look("large sans", size=18, pitch=36, han="Noto Sans CJK SC", latin="DejaVu Sans", title_size=26, footer=""),
    Look("landscape, unruled tables", size=14, pitch=22, landscape=True, ruled=False),
    Look("flush and ragged", size=12, pitch=20, indent=False, align="start", footer="第#页"),
    Look("mirrored margins", margins=(90, 120, 90, 60), mirrored=True, header="内部资料"),
    Look("typed indents", size=14, pitch=21, indent=False, typed_indent=True, align="start", footer="－#－"),
)


def find_blocks(text: str) -> list[Block]:
    """What the lines of a report are to a typesetter."""
    lines = [line.strip() for line in text.splitlines()]
    is_set_right = [len(line) - len(line.lstrip()) >= 5 for line in text.splitlines()]
    title = _title_lines(lines)
    blocks: list[Block] = []
    numbered = [(number, line) for number, line in enumerate(lines) if line]
    for marks, group in groupby(numbered, key=lambda each: (each[1].count("\t"), each[1].count("|"))):
        part = list(group)
        if any(marks) and len(part) > 1:
            blocks.append(Block("table", tuple(line.replace("|", "\t") for _, line in part)))
        else:
            blocks += [Block(_kind(number, line, title, is_set_right[number]), (line,)) for number, line in part]
    return [replace(block, kind="heading") if _is_bare_heading(block, after) else block for block, after in zip(blocks, [*blocks[1:], blocks[-1]], strict=True)]


def unbroken(text: str) -> str:
    """A report as its author had it: without the line ends, page numbers and blanks that a page put into its words.

    >>> unbroken("全年立案\\n\\n3 210件。")
    '全年立案\\n\\n3210件。'
    """
    view = View.of(text)
    pieces, place = [], 0
    for gap in view.dropped():
        pieces.append(text[place : gap.start])
        place = gap.end
    return "".join([*pieces, text[place:]])


def printed(texts: Sequence[str], folder: Path, look: Look) -> list[bytes]:
    """The PDFs that LibreOffice prints of some reports; ``folder`` takes its working files."""
    sources = [folder / f"report{number}.fodt" for number in range(len(texts))]
    for source, text in zip(sources, texts, strict=True):
        source.write_text(_document(find_blocks(text), look), encoding="utf-8")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", os.fspath(folder), *map(os.fspath, sources)]
    subprocess.run(command, check=True, capture_output=True, timeout=600)
    return [source.with_suffix(".pdf").read_bytes() for source in sources]


def _title_lines(lines: Sequence[str]) -> range:
    """The numbers of the lines that the title of a report takes."""
    first_text = next((number for number, line in enumerate(lines) if len(line) > 60 or "。" in line), len(lines))
    for last in range(first_text - 1, -1, -1):
        if _TITLE_END.fullmatch(lines[last]):
            first = last
            while first and 2 < len(lines[first - 1]) < 30 and not regex.search(r"[：:\t>|〔\d]", lines[first - 1]) and not lines[first - 1].endswith("文件"):
                first -= 1
            return range(first, last + 1)
    return range(0)


def _is_bare_heading(block: Block, after: Block) -> bool:
    """Whether a line has no label and is a heading all the same: words alone over a paragraph."""
    return block.kind == "line" and regex.fullmatch(r"[\p{Han}“”、]{4,20}", block.lines[0]) is not None and after.kind == "text" and len(after.lines[0]) > 40


def _kind(number: int, line: str, title: range, is_set_right: bool) -> str:
    if number in title:
        return "title"
    if is_set_right and len(line) < 40 or _DATE.fullmatch(line):
        return "signature"
    if _LABEL.match(line):
        return "heading" if len(line) < 40 and "。" not in line else "text"
    return "text" if "。" in line or len(line) > 30 else "line"


# --- flat OpenDocument

_NAMESPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (("office", "office"), ("style", "style"), ("text", "text"), ("table", "table"), ("svg", "svg-compatible"), ("fo", "xsl-fo-compatible"))
)


def _document(blocks: Iterable[Block], look: Look) -> str:
    width, height = (842, 595) if look.landscape else (595, 842)
    top, left, bottom, right = look.margins
    usage = ' style:page-usage="mirrored"' if look.mirrored else ""
    columns = f'<style:columns fo:column-count="{look.columns}" fo:column-gap="20pt"/>' if look.columns > 1 else ""
    header = f'<style:header><text:p text:style-name="E">{escape(look.header)}</text:p></style:header>' if look.header else ""
    number = escape(look.footer).replace("#", "<text:page-number/>")
    footer = f'<style:footer><text:p text:style-name="E">{number}</text:p></style:footer>' if number else ""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {_NAMESPACES} office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text">'
        f"<office:font-face-decls>{_face('L', look.latin)}{_face('H', look.han)}</office:font-face-decls>"
        f"<office:automatic-styles>{''.join(_styles(look))}"
        f'<style:page-layout style:name="A"{usage}><style:page-layout-properties fo:page-width="{width}pt" fo:page-height="{height}pt" fo:margin-top="{top}pt" '
        f'fo:margin-left="{left}pt" fo:margin-bottom="{bottom}pt" fo:margin-right="{right}pt">{columns}</style:page-layout-properties>'
        f"<style:header-style/><style:footer-style/></style:page-layout></office:automatic-styles>"
        f'<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="A">{header}{footer}</style:master-page></office:master-styles>'
        f"<office:body><office:text>{''.join(_block(block, look) for block in blocks)}</office:text></office:body></office:document>"
    )


def _face(name: str, family: str) -> str:
    return f'<style:font-face style:name="{name}" svg:font-family="\'{family}\'"/>'


def _styles(look: Look) -> Iterator[str]:
    indent = 2 * look.size if look.indent else 0
    yield _style("text", look, f'fo:text-align="{look.align}" fo:text-indent="{indent}pt"')
    yield _style("heading", look, f'fo:text-align="start" fo:text-indent="{indent}pt"', bold=look.heading_bold)
    yield _style("line", look, 'fo:text-align="start"')
    yield _style("title", look, 'fo:text-align="center"', size=look.title_size, bold=True)
    yield _style("signature", look, 'fo:text-align="end"')
    yield _style("E", look, 'fo:text-align="center"', size=look.size - 2)
    yield _style("cell", look, 'fo:text-align="start"')
    border = 'fo:border="0.75pt solid #000000"' if look.ruled else ""
    yield f'<style:style style:name="C" style:family="table-cell"><style:table-cell-properties {border} fo:padding="3pt"/></style:style>'


def _style(name: str, look: Look, paragraph: str, *, size: float = 0, bold: bool = False) -> str:
    size = size or look.size
    pitch = look.pitch * size / look.size
    weight = 'fo:font-weight="bold" style:font-weight-asian="bold"' if bold else ""
    return (
        f'<style:style style:name="{name}" style:family="paragraph"><style:paragraph-properties {paragraph} style:punctuation-wrap="simple" fo:line-height="{pitch}pt" '
        f'fo:margin-bottom="{look.spacing}pt" fo:orphans="2" fo:widows="2"/><style:text-properties style:font-name="L" style:font-name-asian="H" fo:font-size="{size}pt" '
        f'style:font-size-asian="{size}pt" {weight} fo:language="en" fo:country="US" style:language-asian="zh" style:country-asian="CN"/></style:style>'
    )


def _block(block: Block, look: Look) -> str:
    if block.kind == "table":
        return _table(block.lines)
    typed = "　　" if look.typed_indent and block.kind in ("text", "heading") else ""
    return f'<text:p text:style-name="{block.kind}">{typed}{_marked(block.lines[0])}</text:p>'


def _marked(line: str) -> str:
    return regex.sub(" {2,}", lambda blanks: f' <text:s text:c="{len(blanks[0]) - 1}"/>', escape(line)).replace("\t", "<text:tab/>")


def _table(rows: Sequence[str]) -> str:
    columns = f'<table:table-column table:number-columns-repeated="{rows[0].count(chr(9)) + 1}"/>'
    cells = '<table:table-cell table:style-name="C" office:value-type="string"><text:p text:style-name="cell">{}</text:p></table:table-cell>'
    written = "".join(f"<table:table-row>{''.join(cells.format(_marked(cell.strip())) for cell in row.split(chr(9)))}</table:table-row>" for row in rows)
    return f"<table:table>{columns}{written}</table:table>"


# --- drawn by hand


@dataclass(frozen=True, slots=True)
class Mark:
    """Something drawn: a ``text`` in its ``size`` at the left end of its base line, or where that is empty a rule of the ``size`` to the point ``to``.

    Points are from the page's upper left. ``turn`` is in degrees against the clock, ``grey`` 0 for black and 1 for white.
    """

    text: str
    x: float
    y: float
    size: float = 16
    to: tuple[float, float] = (0, 0)
    turn: float = 0
    grey: float = 0
    space: float = 0
    mode: int = 0


def drawn_pdf(pages: Iterable[Sequence[Mark]], size: tuple[float, float] = (595, 842), *, rotation: int = 0, password: str | None = None) -> bytes:
    """A PDF of pages with nothing on them but some marks, in a Chinese font that need not be there.

    ``size`` is that of the pages before they are turned by ``rotation`` degrees with the clock.
    """
    from reportlab.lib.pdfencrypt import StandardEncryption
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.pdfgen.canvas import Canvas

    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    stream = BytesIO()
    encryption = None if password is None else StandardEncryption(password, ownerPassword="owner", canCopy=0)
    drawn = size if rotation % 180 == 0 else (size[1], size[0])  # the canvas turns the size too
    canvas = Canvas(stream, pagesize=drawn, encrypt=encryption, invariant=1)
    for marks in pages:
        canvas.setPageRotation(rotation)
        for mark in marks:
            _draw(canvas, mark, size[1])
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def _draw(canvas: object, mark: Mark, height: float) -> None:
    from reportlab.pdfgen.canvas import Canvas

    assert isinstance(canvas, Canvas)
    canvas.saveState()
    if not mark.text:
        canvas.setLineWidth(mark.size)
        canvas.line(mark.x, height - mark.y, mark.to[0], height - mark.to[1])
    else:
        canvas.translate(mark.x, height - mark.y)
        canvas.rotate(mark.turn)
        canvas.setFillGray(mark.grey)
        text = canvas.beginText(0, 0)
        text.setFont("STSong-Light", mark.size)
        text.setCharSpace(mark.space)
        text.setTextRenderMode(mark.mode)
        text.textOut(mark.text)
        canvas.drawText(text)
    canvas.restoreState()
