"""Images of pages, scanned or photographed: PNG, JPEG, and TIFF with a page in each of its images. Their text is recognised.

A page is as large as the image says, where that can be: a picture that says nothing, or says that it were as small as a stamp, is taken to be as wide
as a sheet of paper.

>>> resolution((1240, 1754), (150, 150))
150
>>> resolution((1240, 1754), (1, 1))
150
"""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING, cast

from extractor.document import Document, Source
from extractor.errors import EmptyFile, ReadError
from extractor.readers.ocr import is_installed, notices_of, page_of_image
from extractor.readers.pages import document_of_pages

if TYPE_CHECKING:
    from PIL.Image import Image

SHEET = 8.27  # inches: the shorter side of A4
NARROWEST, WIDEST = 4.0, 24.0  # inches: the shorter side of what is a page
SMALLEST = 16  # pixels: nothing can be read in an image that is less wide or high
UNEVEN = 1.1  # from how much more pixels to the inch on one side than on the other a fax is stretched

_DEEP_GREY = ("I", "I;16", "I;16B", "I;16L", "F")
_SUBFILE_TYPE, _REDUCED = 254, 1  # a tag of TIFF, and the bit of it that says that an image is a smaller copy of another


def read(data: bytes, source: Source) -> Document:
    """The document in the bytes of an image; a page for each image in the file. Raises ReadError where there is none, EmptyFile where it shows no text."""
    if not is_installed():
        raise ReadError("an image; to read it: pip install 'fazhi[ocr]'")
    pages = [page_of_image(image, number, dpi) for number, (image, dpi) in enumerate(_pages(data), 1)]
    lines = [line for page in pages for line in page.lines]
    if not lines:
        raise EmptyFile("no text can be recognised in the image")
    return document_of_pages(lines, [page.size for page in pages], source, notices_of(lines), [grid for page in pages for grid in page.grids])


def resolution(size: tuple[int, int], told: tuple[float, float] | None) -> float:
    """How many pixels make an inch, from what the image says of itself, if that can be believed; ``size`` is its width and height in pixels."""
    shorter = min(size)
    if told and told[0] > 0 and NARROWEST <= shorter / told[0] <= WIDEST:
        return told[0]
    return round(shorter / SHEET)


def _pages(data: bytes) -> "Iterator[tuple[Image, float]]":
    """The images of a file one by one, ready to be read, with the resolution of each."""
    with _as_read_errors():
        from PIL import Image

        opened = Image.open(BytesIO(data))
        count = getattr(opened, "n_frames", 1) if opened.format == "TIFF" else 1
    for index in range(count):
        with _as_read_errors():
            opened.seek(index)
            ready = None if _is_smaller_copy(opened) else _ready(opened)
        if ready:
            yield ready


@contextmanager
def _as_read_errors() -> Iterator[None]:
    """Whatever a broken image makes the library raise, as a reason why it cannot be read."""
    from PIL import UnidentifiedImageError
    from PIL.Image import DecompressionBombError

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    except ReadError:
        raise
    except DecompressionBombError as error:
        raise ReadError("an image of more pixels than can be read") from error
    except UnidentifiedImageError as error:
        raise ReadError("a damaged image, of which nothing can be made out") from error
    except MemoryError as error:
        raise ReadError("an image too large for the memory") from error
    except Exception as error:  # the decoders raise errors of many kinds, some their own
        raise ReadError(f"a damaged image: {error}") from error


def _is_smaller_copy(image: "Image") -> bool:
    tags = getattr(image, "tag_v2", {})
    return bool(int(tags.get(_SUBFILE_TYPE, 0)) & _REDUCED)


def _ready(image: "Image") -> "tuple[Image, float]":
    """An image that was opened, as its camera or scanner held it, with its resolution."""
    from PIL import ImageOps

    image.load()
    if min(image.size) < SMALLEST:
        raise ReadError(f"an image of {image.width} by {image.height} pixels, in which nothing can be read")
    told = image.info.get("dpi")
    across, down = (float(told[0]), float(told[1])) if told else (0.0, 0.0)
    even = _evened(_on_white(image), across, down)
    return ImageOps.exif_transpose(even), resolution(even.size, (max(across, down),) * 2 if told else None)


def _evened(image: "Image", across: float, down: float) -> "Image":
    """An image whose pixels are as wide as high; those of a fax are not."""
    if min(across, down) <= 0 or max(across, down) < UNEVEN * min(across, down):
        return image
    finest = max(across, down)
    return image.resize((round(image.width * finest / across), round(image.height * finest / down)))


def _on_white(image: "Image") -> "Image":
    """An image in grey or in colours, on white where it was transparent."""
    from PIL import Image

    if image.mode in _DEEP_GREY:
        return _shallow(image)
    if "A" in image.getbands() or "transparency" in image.info:
        full = image.convert("RGBA")
        return Image.alpha_composite(Image.new("RGBA", full.size, "white"), full).convert("RGB")
    return image.convert("L" if image.mode in ("1", "L") else "RGB")


def _shallow(image: "Image") -> "Image":
    """An image of more than 256 greys in as many, from the darkest of its own to the lightest."""
    deep = image.convert("F")
    darkest, lightest = cast(tuple[float, float], deep.getextrema())
    scale = 255 / max(lightest - darkest, 1e-9)
    return deep.point(lambda grey: grey * scale - darkest * scale).convert("L")
