"""Images: every kind of pixels that scanners, faxes, cameras and screens leave, several pages in one file, and files that are none."""

from collections.abc import Iterator
from io import BytesIO
from itertools import count
from typing import TYPE_CHECKING, Any

import pytest

from extractor.document import Source
from extractor.errors import EmptyFile, ReadError
from extractor.readers import image as image_reader
from extractor.readers import ocr
from extractor.readers.image import read, resolution
from extractor.readers.ocr import OcrPage
from extractor.readers.pages import PrintedLine

if TYPE_CHECKING:
    from PIL.Image import Image

PIL = pytest.importorskip("PIL", reason="the extra for recognition is not installed")
pytest.importorskip("rapidocr", reason="the extra for recognition is not installed")

WIDTH, HEIGHT = 640, 160
TEXTS = ("全年立案查处3件。", "一、工作情况", "没有发生行政诉讼。")


@pytest.fixture
def seen(monkeypatch: pytest.MonkeyPatch) -> "list[tuple[Image, float]]":
    """The images that come to be recognised with their resolutions; each is said to read something else."""
    images: list[tuple[Image, float]] = []

    def recognise(image: "Image", page: int, dpi: float) -> OcrPage:
        images.append((image, dpi))
        line = PrintedLine(TEXTS[page - 1], page, (72.0, 72.0, 250.0, 90.0), 16.0, confidence=0.99)
        return OcrPage([line], (image.width * 72 / dpi, image.height * 72 / dpi), [])

    monkeypatch.setattr(image_reader, "page_of_image", recognise)
    return images


def drawing() -> "Image":
    """White paper with a black bar to the left of its middle, no wider than high."""
    from PIL import Image

    paper = Image.new("L", (WIDTH, HEIGHT), 255)
    paper.paste(0, (100, 40, 200, 120))
    return paper


def saved(image: "Image", kind: str = "PNG", **options: Any) -> bytes:
    out = BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def of_mode(mode: str) -> "Image":
    paper = drawing()
    if mode == "I;16":
        return paper.convert("I").point(lambda grey: grey * 200 + 1000).convert("I;16")
    if mode == "transparent":
        ink = paper.convert("RGBA")
        ink.putalpha(paper.point(lambda grey: 255 - grey))
        return ink
    return paper.convert(mode)


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGB", "RGBA", "LA", "I;16", "transparent"])
def test_whatever_its_pixels_are_ink_is_dark_on_white(seen: "list[tuple[Image, float]]", mode: str) -> None:
    read(saved(of_mode(mode)), Source())
    ((image, _),) = seen
    assert image.mode in ("L", "RGB")
    grey = image.convert("L")
    assert (grey.getpixel((150, 80)), grey.getpixel((400, 80))) == (0, 255)


@pytest.mark.parametrize("mode", ["L", "RGB", "CMYK"])
def test_photographs_of_all_modes_are_read(seen: "list[tuple[Image, float]]", mode: str) -> None:
    read(saved(of_mode(mode), "JPEG", quality=95), Source())
    grey = seen[0][0].convert("L")
    dark, light = (grey.crop((x, 80, x + 1, 81)).tobytes()[0] for x in (150, 400))
    assert dark < 20
    assert light > 235


def test_a_photograph_is_held_as_the_camera_was(seen: "list[tuple[Image, float]]") -> None:
    from PIL import Image

    exif = Image.Exif()
    exif[0x0112] = 6  # to be turned by a quarter with the clock
    read(saved(drawing().rotate(90, expand=True), "JPEG", exif=exif), Source())
    assert seen[0][0].size == (WIDTH, HEIGHT)


@pytest.mark.parametrize("compression", ["raw", "group4", "tiff_lzw"])
def test_each_image_of_a_tiff_is_a_page(seen: "list[tuple[Image, float]]", compression: str) -> None:
    pages = [drawing().convert("1") for _ in range(3)]
    document = read(saved(pages[0], "TIFF", save_all=True, append_images=pages[1:], compression=compression), Source(media_type="image/tiff"))
    assert document.source.pages == len(seen) == 3
    assert document.source.media_type == "image/tiff"
    assert [line.page for line in document.layout.lines] == [1, 2, 3]
    assert [notice.code for notice in document.notices] == ["read_by_ocr"]


def test_a_smaller_copy_in_a_tiff_is_no_page(seen: "list[tuple[Image, float]]") -> None:
    from PIL import TiffImagePlugin

    small = drawing().resize((WIDTH // 4, HEIGHT // 4))
    tags = TiffImagePlugin.ImageFileDirectory_v2()
    tags[254] = 1
    small.encoderinfo = {"tiffinfo": tags}
    read(saved(drawing(), "TIFF", save_all=True, append_images=[small]), Source())
    assert [image.size for image, _ in seen] == [(WIDTH, HEIGHT)]


def test_a_fax_is_stretched_until_its_pixels_are_square(seen: "list[tuple[Image, float]]") -> None:
    read(saved(drawing().convert("1").resize((1728, 1100)), "TIFF", dpi=(204, 98)), Source())
    ((image, dpi),) = seen
    assert image.size == (1728, round(1100 * 204 / 98))
    assert dpi == pytest.approx(204)


@pytest.mark.parametrize(
    ("size", "told", "expected"),
    [
        ((2480, 3508), (300.0, 300.0), 300.0),
        ((3508, 2480), (300.0, 300.0), 300.0),
        ((1240, 1754), None, 150),
        ((1240, 1754), (0.0, 0.0), 150),
        ((4032, 3024), (72.0, 72.0), 366),  # a telephone says 72 of whatever it takes
        ((800, 12000), (96.0, 96.0), 96.0),
    ],
)
def test_the_resolution_is_what_the_image_says_where_a_page_comes_of_it(size: tuple[int, int], told: tuple[float, float] | None, expected: float) -> None:
    assert resolution(size, told) == expected


def damaged(kind: str, **options: Any) -> Iterator[bytes]:
    whole = saved(drawing(), kind, **options)
    yield whole[: len(whole) // 2]
    yield whole[:20]
    yield whole[:8] + b"\xff" * (len(whole) - 8)
    yield whole[:60] + b"\0" * (len(whole) - 60)


@pytest.mark.parametrize("data", [*damaged("PNG"), *damaged("JPEG"), *damaged("TIFF", compression="tiff_lzw"), b"", b"\x89PNG\r\n\x1a\n", b"II*\0"])
def test_a_damaged_image_is_refused_in_words(seen: "list[tuple[Image, float]]", data: bytes) -> None:
    reason = reason_against(data)
    assert seen if reason is None else reason
    assert "object at" not in (reason or "")


def reason_against(data: bytes) -> str | None:
    """Why an image is refused; None where something of it can be read."""
    try:
        read(data, Source())
    except ReadError as error:
        return str(error)
    return None


def test_without_the_libraries_it_is_said_how_to_get_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(image_reader, "is_installed", lambda: False)
    with pytest.raises(ReadError, match=r"pip install 'fazhi\[ocr\]'"):
        read(saved(drawing()), Source())


def test_an_image_cut_in_half_is_refused() -> None:
    with pytest.raises(ReadError, match="damaged"):
        read(next(damaged("PNG")), Source())


def test_an_image_of_a_few_pixels_is_refused() -> None:
    with pytest.raises(ReadError, match="9 by 9 pixels"):
        read(saved(drawing().resize((9, 9))), Source())


def test_an_image_of_too_many_pixels_is_refused() -> None:
    from PIL import Image

    with pytest.raises(ReadError, match="more pixels"):
        read(saved(Image.new("1", (20_000, 20_000), 1)), Source())


def test_an_image_without_text_is_empty(monkeypatch: pytest.MonkeyPatch) -> None:
    numbers = count(1)

    def nothing(image: "Image", page: int, dpi: float) -> OcrPage:
        assert page == next(numbers)
        return OcrPage([], (image.width * 72 / dpi, image.height * 72 / dpi), [])

    monkeypatch.setattr(image_reader, "page_of_image", nothing)
    with pytest.raises(EmptyFile, match="no text"):
        read(saved(drawing(), "TIFF", save_all=True, append_images=[drawing()]), Source())


@pytest.mark.slow
@pytest.mark.skipif(not ocr.is_installed(), reason="the extra for recognition is not installed")
@pytest.mark.parametrize("size", [(16, 1500), (1500, 16), (300, 4000), (40, 40)])
def test_no_shape_of_an_image_is_too_much(size: tuple[int, int]) -> None:
    from PIL import Image

    with pytest.raises(EmptyFile):
        read(saved(Image.new("L", size, 255)), Source())
