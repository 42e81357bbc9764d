"""PDF files: what is in them, and why some cannot be read."""

import random
from collections.abc import Iterable
from pathlib import Path
from types import SimpleNamespace

import pytest

from extractor.document import Document, Source
from extractor.errors import EmptyFile, ReadError
from extractor.readers import ocr
from extractor.readers.pages import PrintedLine
from extractor.readers.pdf import read
from tests.makers.pdf import Mark, drawn_pdf

PAGE = [Mark("某市水利局2022年法治政府建设年度报告", 120, 120, 20), Mark("全年立案3件，罚款1.7万元。", 112, 180)]
SHEET = (595.0, 842.0)


def text_of(*pages: Iterable[Mark], **how: object) -> str:
    return read_drawn(*pages, **how).text


def read_drawn(*pages: Iterable[Mark], **how: object) -> Document:
    return read(drawn_pdf([list(page) for page in pages], **how), Source(name="a.pdf"))  # type: ignore[arg-type]


def test_the_text_of_a_page() -> None:
    document = read_drawn(PAGE)
    assert document.text == "某市水利局2022年法治政府建设年度报告\n全年立案3件，罚款1.7万元。"
    assert (document.source.name, document.source.pages, document.notices) == ("a.pdf", 1, ())


def test_every_line_knows_its_page_and_place() -> None:
    layout = read_drawn(PAGE, [Mark("二、问题", 112, 300)]).layout
    assert [(line.page, line.box) for line in layout.lines][1:] == [(1, (112.0, 165.9, 314.0, 181.9)), (2, (112.0, 285.9, 176.0, 301.9))]


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_a_page_may_be_turned(rotation: int) -> None:
    assert text_of(PAGE, rotation=rotation) == text_of(PAGE)


@pytest.mark.parametrize("rotation", [0, 90])
def test_text_may_run_up_the_page(rotation: int) -> None:
    sideways = [Mark(mark.text, mark.y, 800 - mark.x, mark.size, turn=90) for mark in PAGE]
    assert text_of(sideways, rotation=rotation) == text_of(PAGE)


def test_text_may_lie_a_little_askew() -> None:
    askew = [Mark(text, 80, 200 + 28 * row, turn=2) for row, text in enumerate(("全年立案三件，结案两件，", "罚款一万七千元。"))]
    assert text_of(askew) == "全年立案三件，结案两件，\n罚款一万七千元。"


def test_watermarks_across_the_page_are_left_out() -> None:
    marks = [Mark("仅供内部查阅", 100, 500, 60, turn=45, grey=0.8)]
    assert text_of([*marks, *PAGE], [*PAGE, *marks]) == text_of(PAGE, PAGE)


def test_faint_watermarks_behind_the_text_are_left_out() -> None:
    assert text_of([Mark("仅供查阅", 120, 190, 60, grey=0.85), *PAGE]) == text_of(PAGE)


def test_grey_words_within_a_line_stay_there() -> None:
    line = [Mark("全年立案", 80, 200), Mark("三件", 144, 200, grey=0.7), Mark("，罚款一万元。", 176, 200)]
    assert text_of(line) == "全年立案三件，罚款一万元。"


def test_bold_type_drawn_twice_is_there_once() -> None:
    assert text_of([Mark("行政许可11件", 80, 100), Mark("行政许可11件", 80.4, 100.3)]) == "行政许可11件"


@pytest.mark.parametrize(
    ("marks", "text"),
    [
        ([Mark("全年立案23.4万件", 80, 100, space=6)], "全年立案23.4万件"),
        ([Mark("2 0 2 2 年 立 案", 80, 100)], "2022年立案"),
        ([Mark("罚款2 3 . 4万元", 80, 100)], "罚款23.4万元"),
        ([Mark("共3 210人", 80, 100)], "共3 210人"),
        ([Mark("annual report of 2022 年", 80, 100)], "annual report of 2022年"),
        ([Mark("表1 执法情况", 80, 100)], "表1 执法情况"),
        ([Mark("工   作   报   告", 80, 100)], "工作报告"),
        ([Mark("文", 80, 100), Mark("号：某水发〔2022〕3号", 128, 100)], "文号：某水发〔2022〕3号"),
        ([Mark("合", 80, 100), Mark("计", 128, 100), Mark("35", 250, 100)], "合计\t35"),
        ([Mark("某水发〔2022〕3号", 80, 100), Mark("签发人：某某", 400, 100)], "某水发〔2022〕3号\t签发人：某某"),
        ([Mark("面积35", 80, 100), Mark("m", 129, 100), Mark("2", 143, 94, 8), Mark("，合格", 149, 100)], "面积35m2，合格"),
        ([Mark("⽂⻄⻓", 80, 100)], "⽂⻄⻓"),
        ([Mark("面", 144, 100), Mark("前后颠倒", 80, 100)], "前后颠倒面"),
    ],
    ids=[
        "character spacing",
        "letters apart",
        "digits apart",
        "thousands",
        "latin",
        "caption",
        "title apart",
        "label apart",
        "cell apart",
        "far",
        "raised",
        "radicals",
        "any order",
    ],
)
def test_blanks_gaps_and_small_figures(marks: list[Mark], text: str) -> None:
    assert text_of(marks) == text


def test_characters_outside_of_the_page_are_not_read() -> None:
    assert text_of([*PAGE, Mark("页外文字", -300, 300), Mark("页外文字", 700, 300), Mark("页外文字", 80, 1200)]) == text_of(PAGE)


def test_invisible_characters_over_an_image_are_read() -> None:
    assert text_of([Mark("看不见的文字层", 80, 100, mode=3)]) == "看不见的文字层"


def test_values_of_a_form_are_read() -> None:
    assert read(form_pdf(), Source()).text == "Report\t2022"


def form_pdf() -> bytes:
    from io import BytesIO

    from reportlab.pdfgen.canvas import Canvas

    stream = BytesIO()
    canvas = Canvas(stream)
    canvas.drawString(80, 700, "Report")
    canvas.acroForm.textfield(name="year", value="2022", x=250, y=694, width=90, height=18, borderWidth=0)
    canvas.save()
    return stream.getvalue()


# --- what cannot be read


@pytest.mark.parametrize("data", [b"%PDF-1.7", b"%PDF-1.7\n" + b"x" * 999, drawn_pdf([PAGE])[:700]], ids=["mark only", "junk", "cut short"])
def test_a_damaged_file_is_refused(data: bytes) -> None:
    with pytest.raises(ReadError, match=r"^a damaged PDF document$"):
        read(data, Source())


def test_a_file_with_a_password_is_refused() -> None:
    with pytest.raises(ReadError, match=r"^encrypted: it opens with a password only$"):
        text_of(PAGE, password="x")  # noqa: S106


def test_a_file_that_only_its_owner_may_change_is_read() -> None:
    assert text_of(PAGE, password="") == text_of(PAGE)


def test_a_file_without_text_is_empty() -> None:
    with pytest.raises(EmptyFile, match="without text"):
        text_of([], [Mark("", 80, 100, 1, to=(300, 100))])


def test_a_file_without_pages_is_refused() -> None:
    objects = b"1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj"
    with pytest.raises(ReadError, match=r"without pages|damaged"):
        read(b"%PDF-1.4\n" + objects + b"\ntrailer<</Root 1 0 R>>", Source())


def test_whatever_the_bytes_are_only_read_errors_come() -> None:
    whole, source = drawn_pdf([PAGE, PAGE]), random.Random(7)  # noqa: S311
    for _ in range(150):
        data = bytearray(whole)
        for _ in range(source.choice((1, 5, 40))):
            place = source.randrange(len(data))
            data[place : place + source.choice((0, 1, 1, 9))] = source.randbytes(source.choice((0, 1, 1, 5)))
        try:
            read(bytes(data), Source())
        except ReadError:
            continue


# --- scans


def image_pages(*texts: str) -> bytes:
    """Pages that are images, those with a text having some characters too."""
    from io import BytesIO

    from PIL import Image
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfgen.canvas import Canvas

    stream = BytesIO()
    canvas = Canvas(stream, pagesize=SHEET)
    for text in texts:
        canvas.drawImage(ImageReader(Image.new("L", (200, 280), 230)), 0, 0, *SHEET)
        canvas.drawString(80, 780, text)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


@pytest.fixture
def _no_recognition(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "is_installed", lambda: False)


@pytest.fixture
def recognised(monkeypatch: pytest.MonkeyPatch) -> list[tuple[int, float, tuple[int, int]]]:
    """Recognition that finds one line on each page; what it was asked."""
    asked: list[tuple[int, float, tuple[int, int]]] = []

    def page_of_image(image: SimpleNamespace, page: int, dpi: float) -> ocr.OcrPage:
        asked.append((page, dpi, image.size))
        line = PrintedLine("全年立案3件，罚款1.7万元，结案2件，移送1件。", page, (80, 100, 400, 116), 16, confidence=0.9)
        return ocr.OcrPage([line], SHEET, [])

    monkeypatch.setattr(ocr, "is_installed", lambda: True)
    monkeypatch.setattr(ocr, "page_of_image", page_of_image)
    return asked


@pytest.mark.usefixtures("_no_recognition")
def test_a_scan_says_what_it_needs() -> None:
    with pytest.raises(ReadError, match=r"^a scan without text; to read it: pip install 'fazhi\[ocr\]'$"):
        read(image_pages("", ""), Source())


@pytest.mark.usefixtures("_no_recognition")
def test_pages_that_are_scans_are_named() -> None:
    document = read(image_pages("", "page", "Report " * 20), Source())
    assert [notice.code for notice in document.notices] == ["unread_scan"]
    assert document.notices[0].message.startswith("pages 1 and 2 are scans that were not read")


def test_scans_are_recognised_where_that_can_be(recognised: list[tuple[int, float, tuple[int, int]]]) -> None:
    document = read(image_pages("", "page", "Report " * 20), Source())
    assert [(page, dpi) for page, dpi, _ in recognised] == [(1, 200), (2, 200)]
    assert recognised[0][2] == (1653, 2339)
    assert document.text.splitlines()[:2] == ["全年立案3件，罚款1.7万元，结案2件，移送1件。"] * 2
    assert [notice.code for notice in document.notices] == ["read_by_ocr"]


def test_characters_that_say_more_than_the_image_are_kept(recognised: list[tuple[int, float, tuple[int, int]]]) -> None:
    assert read(image_pages("Some more than thirty one here"), Source()).text == "Some more than thirty one here"
    assert len(recognised) == 1


def test_no_page_is_kept_open(tmp_path: Path) -> None:
    """Reading leaves nothing behind that the library warns of when it is shut down."""
    import subprocess
    import sys

    file = tmp_path / "a.pdf"
    file.write_bytes(drawn_pdf([PAGE] * 3))
    code = f"from extractor.readers import read_file; read_file({str(file)!r})"
    done = subprocess.run([sys.executable, "-W", "error", "-c", code], capture_output=True, check=False, cwd=Path(__file__).parents[2])
    assert (done.returncode, done.stderr) == (0, b"")
