"""Where the lines of a page image stand, whatever its size: found in a smaller copy where it is large, part by part where it is long.

The library enlarges what it looks at until the shorter side is long enough for it; a long picture of a web page would fill the memory.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from extractor.readers.ocr_engine import Quad, find_quads
from extractor.readers.ocr_geometry import height, scaled, width

if TYPE_CHECKING:
    from PIL.Image import Image

LONGEST_SIDE = 2000  # pixels: lines are found as well in a smaller image
LOWEST_PART, HIGHEST_PART = 1.4, 2.0  # times its width: the parts that a long image is looked at in
NARROWEST_PART = 600  # pixels: a narrower image is cut as if it were as wide
LONGEST_LINE = 100  # times its height: what is longer is a rule


def find_lines_in(image: "Image") -> list[Quad]:
    """The corners of each line of an image."""
    return [quad for top, bottom in _parts(image) for quad in _quads_of_part(image.crop((0, top, image.width, bottom)), top)]


def _quads_of_part(part: "Image", top: int) -> list[Quad]:
    small = part.copy()
    small.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    found = (scaled(quad, part.width / small.width, part.height / small.height, top) for quad in find_quads(_padded(small)))
    return [quad for quad in found if width(quad) < LONGEST_LINE * height(quad)]


def _padded(image: "Image") -> "Image":
    """An image with white below or beside it where it is much longer than wide, for the library enlarges it by its shorter side."""
    from PIL import Image

    least = max(image.size) // 2
    if min(image.size) >= least:
        return image
    padded = Image.new(image.mode, (max(image.width, least), max(image.height, least)), "white")
    padded.paste(image, (0, 0))
    return padded


def _parts(image: "Image") -> Iterator[tuple[int, int]]:
    """Top and bottom of the parts that an image is looked at in; it is cut between two lines."""
    top, across = 0, max(image.width, NARROWEST_PART)
    while image.height - top > HIGHEST_PART * across:
        latest, earliest = top + round(HIGHEST_PART * across), top + round(LOWEST_PART * across)
        cut = earliest + _emptiest_row(image.crop((0, earliest, image.width, latest)))
        yield top, cut
        top = cut
    yield top, image.height


def _emptiest_row(image: "Image") -> int:
    """The row in the middle of the first band that no row is evener than."""
    from PIL import Image, ImageFilter

    edges = image.convert("L").filter(ImageFilter.FIND_EDGES).resize((1, image.height), Image.Resampling.BOX).filter(ImageFilter.BoxBlur(2))
    rows = edges.tobytes()
    return int(rows.index(min(rows)))
