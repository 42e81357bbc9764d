"""Files that no reader likes, among good ones."""

import io
import os
import random
import zipfile
from collections.abc import Callable
from pathlib import Path

from tests.batch.folders import small_report

LONGEST_LINE = 100_000_000  # bytes
NAMES = ("新\n行{}.txt", "😀{}.txt", "-o {}.txt", "{}';--.txt", "%s{}\t.txt", "\u202e{}.txt", "a b  {} .txt", "[red]{}.txt", "${{HOME}}{}.txt", "没有扩展名{}")


def _zip(members: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return stream.getvalue()


def _noise(chance: random.Random) -> bytes:
    return b"\x00\xff\xfe" + chance.randbytes(3000)


def _cut_pdf(chance: random.Random) -> bytes:
    return b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [" + chance.randbytes(chance.randint(1, 300))


def _cut_docx(chance: random.Random) -> bytes:
    whole = _zip({"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w:document>" + chance.randbytes(20_000)})
    return whole[: chance.randint(100, len(whole) - 30)]


def _bad_docx(chance: random.Random) -> bytes:
    return _zip({"[Content_Types].xml": b"<Types/>", "word/document.xml": chance.randbytes(500)})


def _bomb(chance: random.Random) -> bytes:
    inner = _zip({f"{chance.random()}.txt": bytes(50_000_000)})
    return _zip({f"{number}.zip": inner for number in range(20)})


def _spaces(chance: random.Random) -> bytes:
    return b" \r\n\t" * chance.randint(1, 9)


def _program(chance: random.Random) -> bytes:
    return b"\x7fELF" + chance.randbytes(100)


def _ole(chance: random.Random) -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le") + chance.randbytes(600)


def _spreadsheet(chance: random.Random) -> bytes:
    return _zip({"xl/workbook.xml": chance.randbytes(50)})


# The kind in the name says what the file pretends to be; the content is another thing.
_KINDS: tuple[tuple[str, Callable[[random.Random], bytes]], ...] = (
    ("empty.txt", lambda _: b""),
    ("noise.txt", _noise),
    ("noise.pdf", _noise),
    ("cut.pdf", _cut_pdf),
    ("cut.docx", _cut_docx),
    ("bad.docx", _bad_docx),
    ("program.doc", _program),
    ("ole.doc", _ole),
    ("sheet.docx", _spreadsheet),
    ("spaces.txt", _spaces),
)


def write_good(folder: Path, count: int) -> set[str]:
    """Good reports, some under strange names, some under a wrong kind of name; their paths below the folder."""
    paths = set()
    for number in range(count):
        name = NAMES[number // 10 % len(NAMES)].format(number) if number % 10 == 0 else f"好{number:03}" + (".pdf", ".txt", ".html")[number % 3]
        (folder / name).write_text(small_report(number), encoding="utf-8")
        paths.add(name)
    return paths


def write_hostile(folder: Path, count: int) -> set[str]:
    """Files that give no report; their paths below the folder. One is a zip bomb, one a line of 100 MB, one a link to nowhere, one a pipe."""
    chance = random.Random(7)  # noqa: S311
    paths = {"bomb.zip", "line.txt", "nowhere.txt", "pipe.txt"}
    (folder / "bomb.zip").write_bytes(_bomb(chance))
    (folder / "line.txt").write_bytes("全年立案3件，".encode() * (LONGEST_LINE // 19))
    (folder / "nowhere.txt").symlink_to("no such file")
    os.mkfifo(folder / "pipe.txt")
    for number in range(count - len(paths)):
        kind, make = _KINDS[number % len(_KINDS)]
        name = f"坏{number:03}-{kind}" if number % 7 else NAMES[number % len(NAMES)].format(f"bad{number}")
        (folder / name).write_bytes(make(chance))
        if number % 11 == 0:
            (folder / name).chmod(0)
        paths.add(name)
    return paths
