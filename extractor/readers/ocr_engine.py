"""The recognition library, kept behind two questions: where lines stand in an image, and what the image of a line says.

The models lie in the library's own package and are named by their paths, so that nothing is ever fetched. One engine is loaded a
process, when it is first asked. Images are Pillow's, in RGB or grey; places are in pixels from their upper left.
"""

import logging
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Protocol, cast

if TYPE_CHECKING:
    from numpy import ndarray
    from PIL.Image import Image
    from rapidocr import RapidOCR

Point = tuple[float, float]
Quad = tuple[Point, Point, Point, Point]

STRIP_HEIGHT = 48  # pixels: what the recognition model was trained on

_MODELS = {"Det": "*_det_*.onnx", "Rec": "*_rec_*.onnx"}
_LOCK = Lock()  # the library keeps what it is asked for in the engine itself


class _Words(Protocol):
    """What the library says of the characters of a strip, word by word; of blanks it gives the certainty alone."""

    word_cols: list[list[int]]
    confs: list[float]
    line_txt_len: float


class _Answer(Protocol):
    """What the library gives back, as far as it was asked for."""

    boxes: "ndarray | None"
    txts: tuple[str, ...] | None
    word_results: tuple[_Words, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """What a strip says: its ``text``, and of each character the centre as a share of the strip's width and how sure the model is, from 0 to 1."""

    text: str
    centres: tuple[float, ...]
    certainties: tuple[float, ...]


def find_quads(image: "Image") -> list[Quad]:
    """Where lines of text stand in an image: the corners of each, from the upper left with the clock."""
    boxes = _ask(image, find=True).boxes
    return [] if boxes is None else [_quad(box) for box in boxes.tolist()]


def read_strip(strip: "Image") -> Reading:
    """What the image of one line says."""
    answer = _ask(strip, find=False)
    if not answer.txts or not answer.txts[0].strip():
        return Reading("", (), ())
    return _reading(answer.txts[0], answer.word_results[0])


def count_threads() -> int:
    """How many threads recognition may take: ``OMP_NUM_THREADS`` where that is set, as for other programs that compute, else all cores of the process."""
    told = os.environ.get("OMP_NUM_THREADS", "")
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, min(int(told), cores)) if told.isdecimal() else cores


def _reading(text: str, words: _Words) -> Reading:
    """The library places characters in columns of the model and passes over blanks, whose certainty it gives all the same."""
    columns: Iterator[int] = (column for word in words.word_cols for column in word)
    kept = [(character, next(columns), certainty) for character, certainty in zip(text, words.confs, strict=True) if not character.isspace()]
    centres = tuple((column + 0.5) / words.line_txt_len for _, column, _ in kept)
    return Reading("".join(character for character, _, _ in kept), centres, tuple(certainty for _, _, certainty in kept))


def _quad(corners: Sequence[Sequence[float]]) -> Quad:
    upper_left, upper_right, lower_right, lower_left = ((float(x), float(y)) for x, y in corners)
    return upper_left, upper_right, lower_right, lower_left


def _ask(image: "Image", *, find: bool) -> _Answer:
    """Where the lines of an image stand, or what an image of one line says."""
    with _LOCK:
        answer = _engine(os.getpid())(_pixels(image), use_det=find, use_cls=False, use_rec=not find, return_word_box=not find)
    return cast(_Answer, answer)


def _pixels(image: "Image") -> "ndarray":
    """The pixels as the library has them: rows of blue, green and red."""
    import numpy

    return numpy.ascontiguousarray(numpy.asarray(image.convert("RGB"))[:, :, ::-1])


@cache
def _engine(process: int) -> "RapidOCR":  # noqa: ARG001, an engine is of no use in a process that was forked off from its own
    logging.getLogger("RapidOCR").setLevel(logging.CRITICAL)
    import rapidocr

    return rapidocr.RapidOCR(params=_parameters(Path(rapidocr.__file__).parent / "models"))


def _parameters(models: Path) -> dict[str, object]:
    threads = {f"EngineConfig.onnxruntime.{name}_op_num_threads": count for name, count in (("intra", count_threads()), ("inter", 1))}
    paths = {f"{part}.model_path": os.fspath(next(models.glob(pattern))) for part, pattern in _MODELS.items()}
    return {"Global.log_level": "critical", "Global.use_preprocess_img": False, "Global.text_score": 0.0, **threads, **paths}
