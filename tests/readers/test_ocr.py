"""Recognition itself, on a page that LibreOffice sets: what it reads, however the page lies, whatever is stamped on it, and that it keeps to itself."""

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from extractor.document import Source
from extractor.pipeline import extract
from extractor.readers import ocr, ocr_engine, read_bytes
from extractor.readers.ocr_doubts import uncertain_figures
from extractor.readers.ocr_progress import listening
from extractor.readers.ocr_text import Recognised
from extractor.readers.pages import document_of_pages
from tests.makers.scan import Type, Wear, drawn, has_office, image_pdf, typeset, worn

if TYPE_CHECKING:
    from PIL.Image import Image

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not ocr.is_installed(), reason="the extra for recognition is not installed"),
    pytest.mark.skipif(not has_office(), reason="no LibreOffice to set a page with"),
]

PAGE = """\
林泽县水务局2022年法治政府建设年度报告
全年检查取水口1,086处次，立案查处水事违法案件17件，罚款23.4万元，办结率100%。
单位：件
类别	受理	办结
取水许可	318	297
合计	1,640	1,619
林泽县水务局
2023年1月16日
"""
DPI = 150
FAX = Wear(skew=0.7, noise=34)


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> "Image":
    """The page, clean, as high as what is printed on it."""
    (whole,) = drawn(typeset(PAGE, tmp_path_factory.mktemp("office"), Type(size=15)), DPI)
    return whole.crop((0, 120, whole.width, 900))


def read(image: "Image") -> ocr.OcrPage:
    return ocr.page_of_image(image, 1, DPI)


def text_of(page: ocr.OcrPage) -> str:
    return document_of_pages(page.lines, [page.size], Source(), (), page.grids).text


def test_a_worn_page_is_read_as_it_was_printed(page: "Image") -> None:
    found = read(worn(page))
    assert text_of(found).split("\n") == PAGE.rstrip().split("\n")
    assert {line.page for line in found.lines} == {1}
    assert all(line.confidence and line.confidence > 0.9 for line in found.lines)
    assert all(len(line.certainties) == len(line.text) for line in found.lines)
    assert {line.size for line in found.lines} == {15.0}


def test_places_are_in_points_of_the_page(page: "Image") -> None:
    first = read(page).lines[0]
    left, top, right, bottom = first.box
    inked = page.point(lambda grey: 255 * (grey < 128)).crop((0, 0, page.width, 100)).getbbox()
    assert inked
    assert (left, right) == pytest.approx((inked[0] * 72 / DPI, inked[2] * 72 / DPI), abs=4)
    assert top < inked[1] * 72 / DPI + 4 < inked[3] * 72 / DPI - 4 < bottom


@pytest.mark.parametrize("angle", [90, 180, 270])
def test_a_page_that_lies_wrong_is_turned(page: "Image", angle: int) -> None:
    found = read(page.rotate(angle, expand=True))
    assert text_of(found).split("\n") == PAGE.rstrip().split("\n")
    assert found.size == pytest.approx((page.width * 72 / DPI, page.height * 72 / DPI))


def test_a_page_laid_askew_is_read_line_by_line(page: "Image") -> None:
    assert text_of(read(worn(page, Wear(skew=3.0)))).split("\n") == PAGE.rstrip().split("\n")


def test_a_seal_over_the_signature_is_looked_through(page: "Image") -> None:
    from PIL import Image, ImageChops, ImageDraw

    signed = next(line for line in read(page).lines if line.text == "2023年1月16日")
    x, y = ((signed.box[0] + signed.box[2]) / 2 * DPI / 72, signed.box[1] * DPI / 72)
    seal = Image.new("RGB", page.size, "white")
    draw = ImageDraw.Draw(seal)
    draw.ellipse((x - 110, y - 110, x + 110, y + 110), outline=(220, 30, 30), width=8)
    draw.regular_polygon((x, y, 45), 3, fill=(220, 30, 30))
    draw.regular_polygon((x, y, 45), 3, rotation=180, fill=(220, 30, 30))
    stamped = read(ImageChops.multiply(page.convert("RGB"), seal))
    assert [line.text for line in stamped.lines[-2:]] == ["林泽县水务局", "2023年1月16日"]


def test_a_head_in_red_is_read(page: "Image") -> None:
    from PIL import Image, ImageOps

    red = ImageOps.colorize(page, (215, 25, 25), "white").crop((0, 0, page.width, 100))
    headed = Image.merge("RGB", [page] * 3)
    headed.paste(red, (0, 0))
    assert read(headed).lines[0].text == PAGE.partition("\n")[0]


def test_a_scan_in_a_pdf_says_what_it_states_and_how_sure_that_is(page: "Image") -> None:
    document = read_bytes(image_pdf([worn(page)], DPI))
    report = extract(document)
    assert (report.year, report.issuer.name) == (2022, "林泽县水务局")
    stated = {(indicator.value, indicator.unit) for indicator in report.indicators}
    assert {(1086, "处次"), (17, "件"), (234000, "元"), (100, "%"), (1640, "件"), (1619, "件")} <= stated
    assert all(indicator.evidence.confidence and indicator.evidence.page == 1 for indicator in report.indicators)
    assert report.warnings[0].code == "read_by_ocr"


def test_wrong_figures_are_marked(tmp_path: Path) -> None:
    """What a bad fax leaves of a page: whatever is not as it was printed is among the figures that are named as doubtful."""
    text = "\n".join(f"全年检查企业{11 + 9 * n},{101 + 88 * n}户次，立案查处{7 + 111 * n}件，罚款{3 + 77 * n}.{12 + 7 * n}万元。" for n in range(9))
    (whole,) = drawn(typeset(text, tmp_path, Type(size=10)), 100)
    fax = worn(whole, FAX).point(lambda grey: 255 * (grey > 140)).crop((0, 100, whole.width, 420))
    wrong = [(figure, line) for line in ocr.lines_of_page(fax, 1, 100) for figure in figures(line.text) if figure not in figures(text)]
    assert wrong
    assert [line.text for figure, line in wrong if figure not in uncertain_figures(Recognised(line.text, line.certainties))] == []


def figures(text: str) -> list[str]:
    return uncertain_figures(Recognised(text, (0.0,) * len(text)))


def test_a_page_without_text_has_no_lines() -> None:
    from PIL import Image

    assert read(Image.new("L", (600, 800), 255)).lines == []


def test_the_engine_is_loaded_once(page: "Image") -> None:
    read(page.crop((0, 0, page.width, 100)))
    assert ocr_engine._engine.cache_info().misses == 1


def test_whoever_listens_is_told_of_each_page() -> None:
    from PIL import Image

    heard: list[str] = []
    with listening(heard.append):
        ocr.lines_of_page(Image.new("L", (600, 800), 255), 7, DPI)
    assert heard == ["page 7: optical character recognition", ""]


def test_nothing_is_fetched_and_nothing_is_said(page: "Image", tmp_path: Path) -> None:
    """In a process that can reach no other machine, and whose standard error is no terminal."""
    page.crop((0, 0, page.width, 100)).save(tmp_path / "page.png")
    script = (
        "import socket, sys\n"
        "def refuse(*_): raise OSError('no network')\n"
        "socket.socket.connect = socket.create_connection = socket.getaddrinfo = refuse\n"
        "from PIL import Image\n"
        "from extractor.readers.ocr import lines_of_page\n"
        "lines = lines_of_page(Image.open(sys.argv[1]), 1, 150)\n"
        "sys.exit(0 if lines[0].text.endswith('年度报告') else 1)\n"
    )
    environment = os.environ | {"HTTP_PROXY": "http://127.0.0.1:9", "HTTPS_PROXY": "http://127.0.0.1:9"}
    done = subprocess.run(
        [sys.executable, "-c", script, tmp_path / "page.png"], check=False, capture_output=True, env=environment, cwd=Path(__file__).parents[2]
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
