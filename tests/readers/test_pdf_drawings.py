"""Rules and images on PDF pages, drawn in the ways that programs draw them."""

from collections.abc import Callable
from io import BytesIO

import pytest
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from extractor.document import Document, Source
from extractor.readers.pdf import read

SIZE = (400, 600)
COLUMNS, ROWS = (50, 150, 250, 350), (500, 470, 440)
WORDS = (("Kind", "Filed", "Closed"), ("Food", "12", "11"))


def strokes(canvas: Canvas) -> None:
    for y in ROWS:
        canvas.line(COLUMNS[0], y, COLUMNS[-1], y)
    for x in COLUMNS:
        canvas.line(x, ROWS[0], x, ROWS[-1])


def one_path(canvas: Canvas) -> None:
    path = canvas.beginPath()
    for y in ROWS:
        path.moveTo(COLUMNS[0], y)
        path.lineTo(COLUMNS[-1], y)
    for x in COLUMNS:
        path.moveTo(x, ROWS[0])
        path.lineTo(x, ROWS[-1])
    canvas.drawPath(path)


def boxes(canvas: Canvas) -> None:
    for x in COLUMNS[:-1]:
        for y in ROWS[1:]:
            canvas.rect(x, y, 100, 30)


def thin_fills(canvas: Canvas) -> None:
    for y in ROWS:
        canvas.rect(COLUMNS[0], y, 300, 0.5, stroke=0, fill=1)
    for x in COLUMNS:
        canvas.rect(x, ROWS[-1], 0.5, 60, stroke=0, fill=1)


def form(canvas: Canvas) -> None:
    canvas.beginForm("table")
    strokes(canvas)
    canvas.endForm()
    canvas.doForm("table")


def moved_form(canvas: Canvas) -> None:
    canvas.beginForm("moved")
    canvas.translate(-1000, -1000)
    strokes(canvas)
    canvas.endForm()
    canvas.saveState()
    canvas.translate(1000, 1000)
    canvas.doForm("moved")
    canvas.restoreState()


def page(*drawings: Callable[[Canvas], None]) -> Document:
    stream = BytesIO()
    canvas = Canvas(stream, pagesize=SIZE)
    for draw in drawings:
        draw(canvas)
    canvas.save()
    return read(stream.getvalue(), Source())


def words(canvas: Canvas) -> None:
    for row, line in enumerate(WORDS):
        for column, word in enumerate(line):
            canvas.drawString(COLUMNS[column] + 5, ROWS[row] - 20, word)


@pytest.mark.parametrize("draw", [strokes, one_path, boxes, thin_fills, form, moved_form])
def test_a_table_is_found_however_its_rules_are_drawn(draw: Callable[[Canvas], None]) -> None:
    document = page(draw, words)
    assert [[[document.text[span.slice] for span in row] for row in table.rows] for table in document.layout.tables] == [[list(line) for line in WORDS]]


def test_grounds_and_underlines_are_no_tables() -> None:
    def grounds(canvas: Canvas) -> None:
        canvas.setFillGray(0.8)
        for y in (500, 460, 420):
            canvas.rect(40, y - 25, 320, 30, stroke=0, fill=1)
        canvas.setFillGray(0)
        canvas.line(50, 478, 120, 478)

    assert page(grounds, words).layout.tables == ()


def test_a_turned_head_of_a_row_is_read_within_its_cell() -> None:
    def turned(canvas: Canvas) -> None:
        strokes(canvas)
        canvas.saveState()
        canvas.translate(70, 443)
        canvas.rotate(90)
        canvas.setFont("Helvetica", 6)
        canvas.drawString(0, 0, "Food")
        canvas.restoreState()
        for text, x, y in (("Kind", 55, 480), ("Filed", 155, 480), ("Closed", 255, 480), ("12", 155, 450), ("11", 255, 450)):
            canvas.drawString(x, y, text)

    assert page(turned).text == "Kind\tFiled\tClosed\nFood\t12\t11"


def test_a_turned_line_outside_of_tables_is_left_out() -> None:
    def margin(canvas: Canvas) -> None:
        canvas.saveState()
        canvas.translate(20, 200)
        canvas.rotate(90)
        canvas.drawString(0, 0, "binding")
        canvas.restoreState()

    assert page(margin, words).text == "Kind\tFiled\tClosed\nFood\t12\t11"


def test_a_small_image_beside_text_makes_no_scan() -> None:
    from PIL import Image

    def logo(canvas: Canvas) -> None:
        canvas.drawImage(ImageReader(Image.new("L", (20, 20), 0)), 20, 550, 30, 30)

    assert page(logo, words).notices == ()
