"""Word documents: a text made into one as Word would keep it, with automatic numbers, heading styles, tables, and runs cut anywhere.

>>> data = docx_of("一、概况\\n全年立案3件。\\n二、问题\\n类别\\t件数\\n许可\\t86")
>>> 'w:val="chineseCounting"' in part_of(data, "word/numbering.xml"), part_of(data, "word/document.xml").count("<w:tc>")
(True, 4)
"""

import io
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from xml.sax.saxutils import escape, quoteattr

import regex

NAMES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "v": "urn:schemas-microsoft-com:vml",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
}
_DECLARED = " ".join(f'xmlns:{prefix}="{name}"' for prefix, name in NAMES.items())
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_HAN = "一二三四五六七八九十"
_RINGED = "①②③④⑤⑥⑦⑧⑨⑩"
# The labels of headings from the highest level down, with the name that Word gives to the way they count.
_LEVELS: tuple[tuple[regex.Pattern[str], str], ...] = (
    (regex.compile(rf"第(?P<number>[{_HAN}]{{1,3}})(?:章|部分)"), "chineseCounting"),
    (regex.compile(rf"(?P<number>[{_HAN}]{{1,3}})、"), "chineseCountingThousand"),
    (regex.compile(rf"[（(](?P<number>[{_HAN}]{{1,3}})[）)]"), "chineseCounting"),
    (regex.compile(r"(?P<number>\d{1,2})[.、．](?=\p{Han})"), "decimal"),
    (regex.compile(r"[（(](?P<number>\d{1,2})[）)]"), "decimal"),
    (regex.compile(rf"(?P<number>[{_RINGED}])"), "decimalEnclosedCircle"),
)
_MULTILEVEL, _STYLED = 3, 2  # the list with all levels; how many of them are bound to heading styles


@dataclass(frozen=True, slots=True)
class Label:
    """The label of a line: its level from 0, how it is written with ``%`` for the number, the number, and the text behind it."""

    level: int
    shape: str
    number: int
    text: str


def part_of(data: bytes, name: str) -> str:
    """A part of a document that was made, as text."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name).decode()


def docx_of(text: str, *, note: str = "", cut_every: int = 7) -> bytes:
    """The document of a text: a line a paragraph, rows of cells parted by tabs a table, the labels that Word would count counted by Word.

    ``note`` becomes a footnote behind the first digit of the text; runs are ``cut_every`` characters long.
    """
    lines = [line.rstrip() for line in text.splitlines() if line.strip()]
    writing = _Writing(usual_shapes(lines), cut_every, bool(note))
    body = "".join(writing.blocks(lines))
    notes = {"word/footnotes.xml": footnotes(note)} if note else {}
    return package(document(body), {"word/styles.xml": styles(), "word/numbering.xml": numbering(writing.shapes), **notes})


def document(body: str) -> str:
    """The main part around the XML of some blocks."""
    return f"{_HEAD}<w:document {_DECLARED}><w:body>{body}</w:body></w:document>"


def package(main: str, parts: Mapping[str, str | bytes] | None = None) -> bytes:
    """The archive of a main part and of others, which it refers to as rId1, rId2 and so on."""
    parts = parts or {}
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", _content_types(parts))
        archive.writestr("_rels/.rels", _relations(["word/document.xml"]))
        archive.writestr("word/document.xml", main)
        archive.writestr("word/_rels/document.xml.rels", _relations(parts))
        for name, part in parts.items():
            archive.writestr(name, part)
    return stream.getvalue()


def paragraph(runs: str, properties: str = "") -> str:
    """A paragraph of runs, which are XML already."""
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{runs}</w:p>"


def run(text: str, properties: str = "") -> str:
    """A run of a text."""
    return f'<w:r>{f"<w:rPr>{properties}</w:rPr>" if properties else ""}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def table(rows: Iterable[Iterable[str]]) -> str:
    """A table of cells with a paragraph each."""
    written = "".join("<w:tr>" + "".join(f"<w:tc>{paragraph(run(cell))}</w:tc>" for cell in row) + "</w:tr>" for row in rows)
    return f"<w:tbl><w:tblPr/>{written}</w:tbl>"


def footnotes(*notes: str) -> str:
    """The part of footnotes, which are numbered from 2."""
    written = "".join(
        f'<w:footnote w:id="{number}">{paragraph("<w:r><w:footnoteRef/></w:r>" + run(note))}</w:footnote>' for number, note in enumerate(notes, 2)
    )
    line = f'<w:footnote w:type="separator" w:id="0">{paragraph("<w:r><w:separator/></w:r>")}</w:footnote>'
    return f"{_HEAD}<w:footnotes {_DECLARED}>{line}{written}</w:footnotes>"


def styles() -> str:
    """Styles as Word has them in Chinese: headings with outline levels, the upper ones numbered."""
    headings = "".join(
        f'<w:style w:type="paragraph" w:styleId="{level}"><w:name w:val="heading {level}"/><w:basedOn w:val="a"/><w:pPr>'
        f'{_place(level) if level <= _STYLED else ""}<w:outlineLvl w:val="{level - 1}"/></w:pPr></w:style>'
        for level in range(1, 7)
    )
    plain = '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>'
    return f"{_HEAD}<w:styles {_DECLARED}>{plain}{headings}</w:styles>"


def numbering(shapes: Mapping[int, str]) -> str:
    """A list of many levels, whose labels are written as ``shapes`` says."""
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{_style_of(level)}<w:suff w:val="nothing"/>'
        f"<w:lvlText w:val={quoteattr(shapes.get(level, '%').replace('%', f'%{level + 1}'))}/></w:lvl>"
        for level, (_, form) in enumerate(_LEVELS)
    )
    definition = f'<w:abstractNum w:abstractNumId="7"><w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
    return f'{_HEAD}<w:numbering {_DECLARED}>{definition}<w:num w:numId="{_MULTILEVEL}"><w:abstractNumId w:val="7"/></w:num></w:numbering>'


def find_label(line: str) -> Label | None:
    """The label that a line begins with."""
    for level, (pattern, _) in enumerate(_LEVELS):
        match = pattern.match(line.lstrip())
        if match:
            shape = match[0].replace(match["number"], "%", 1)
            return Label(level, shape, _number(match["number"]), line.lstrip()[match.end() :].strip())
    return None


def usual_shapes(lines: Iterable[str]) -> dict[int, str]:
    """How the labels of each level are written most often."""
    labels = [label for line in lines if (label := find_label(line))]
    return {level: Counter(label.shape for label in labels if label.level == level).most_common(1)[0][0] for level in {label.level for label in labels}}


@dataclass(slots=True)
class _Writing:
    """A text as it is written: the shapes of its labels, how far each level has been counted, whether a note is still to be placed."""

    shapes: dict[int, str]
    cut_every: int
    awaits_note: bool
    counts: dict[int, int] = field(default_factory=dict)

    def blocks(self, lines: Iterable[str]) -> Iterator[str]:
        for cells, group in groupby(lines, key=lambda line: line.count("\t")):
            rows = list(group)
            if cells and len(rows) > 1:
                yield table([cell.strip() for cell in row.split("\t")] for row in rows)
            else:
                yield from map(self._paragraph, rows)

    def _paragraph(self, line: str) -> str:
        label = find_label(line)
        if label and self._is_counted(label):
            return paragraph(self._runs(label.text), _properties(label.level))
        return paragraph(self._runs(line), '<w:jc w:val="center"/>' if line.endswith("报告") else "")

    def _is_counted(self, label: Label) -> bool:
        """Whether Word would give a line the label that it has; if so it is counted."""
        is_next = label.number == self.counts.get(label.level, 0) + 1 and label.shape == self.shapes[label.level]
        if is_next:
            self.counts = {level: count for level, count in self.counts.items() if level < label.level} | {label.level: label.number}
        return is_next

    def _runs(self, text: str) -> str:
        runs = ""
        for start in range(0, len(text), self.cut_every):
            runs += run(text[start : start + self.cut_every])
            if self.awaits_note and text[start : start + self.cut_every][-1].isdigit():
                runs += '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="2"/></w:r>'
                self.awaits_note = False
        return runs


def _properties(level: int) -> str:
    """The upper levels are numbered by their style, the lower ones by the paragraph."""
    return f'<w:pStyle w:val="{level + 1}"/>' if level < _STYLED else f'<w:pStyle w:val="{level + 1}"/>{_place(level + 1)}'


def _place(level: int) -> str:
    return f'<w:numPr><w:ilvl w:val="{level - 1}"/><w:numId w:val="{_MULTILEVEL}"/></w:numPr>'


def _style_of(level: int) -> str:
    return f'<w:pStyle w:val="{level + 1}"/>' if level < _STYLED else ""


def _number(text: str) -> int:
    if text.isascii():
        return int(text)
    if text in _RINGED:
        return _RINGED.index(text) + 1
    tens, has_tens, ones = text.rpartition("十")
    return (10 * (_HAN.index(tens) + 1 if tens else 1) if has_tens else 0) + (_HAN.index(ones) + 1 if ones else 0)


def _kind(name: str) -> str:
    """The kind of a part by its file: word/header1.xml is a header."""
    stem = name.rpartition("/")[2].partition(".")[0].rstrip("0123456789")
    return {"document": "officeDocument", "chunk": "aFChunk"}.get(stem, stem)


def _relations(names: Iterable[str]) -> str:
    entries = "".join(f'<Relationship Id="rId{number}" Type="{NAMES["r"]}/{_kind(name)}" Target="/{name}"/>' for number, name in enumerate(names, 1))
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{entries}</Relationships>'


def _content_types(names: Iterable[str]) -> str:
    word = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    main = f'<Override PartName="/word/document.xml" ContentType="{word}.document.main+xml"/>'
    others = "".join(f'<Override PartName="/{name}" ContentType="{word}.{_kind(name)}+xml"/>' for name in names if name.endswith(".xml"))
    defaults = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
    return f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">{defaults}{main}{others}</Types>'
