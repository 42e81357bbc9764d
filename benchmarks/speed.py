"""What a report costs, and what a start costs: `python -m benchmarks.speed [FOLDER]`.

The floor is one search for number and unit over the text, the least that any reader of numbers could do. Each stage is timed alone, on what
the stages before it made; the pipeline is all of them. FOLDER holds reports as .txt (the specimens unless given).
"""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import regex

from benchmarks.timing import medians, ratios
from extractor import extract_text
from extractor.document import Document
from extractor.numbers.lexer import find_numerals
from extractor.outline.body import find_body
from extractor.outline.headings import Outline
from extractor.view import View

SPECIMENS = Path(__file__).parent.parent / "seeds"
ROUNDS = 15
STARTS = 15
NUMBER_AND_UNIT = regex.compile(r"\d+(?:\.\d+)?\s*\p{Han}{1,2}")


def stages(texts: list[str]) -> dict[str, Callable[[], object]]:
    """The floor, each stage and the whole, each over all the texts."""
    documents = [Document.of(text) for text in texts]
    return {
        "floor": lambda: [NUMBER_AND_UNIT.findall(text) for text in texts],
        "view": lambda: [View.of(text) for text in texts],
        "outline": lambda: [_outline(document) for document in documents],
        "numbers": lambda: [find_numerals(document.view.text) for document in documents],
        "pipeline": lambda: [extract_text(text) for text in texts],
    }


def _outline(document: Document) -> Outline:
    return Outline.of(document.view.text, find_body(document).span, document.view.starts)


def starts() -> dict[str, Callable[[], object]]:
    """An interpreter that does nothing, and the program's help."""
    return {
        "python -c pass": lambda: _run("-c", "pass"),
        "fazhi --help": lambda: _run("-c", "import sys; sys.argv = ['fazhi', '--help']; from cli import main; main()"),
    }


def _run(*arguments: str) -> None:
    subprocess.run([sys.executable, *arguments], check=True, capture_output=True)


def _show(title: str, times: dict[str, float], unit: str) -> None:
    print(title)
    for name, ratio in ratios(times, of=next(iter(times))).items():
        print(f"  {name:16} {ratio:8.1f} ×   {1000 * times[name]:8.2f} ms {unit}")


def main(folder: Path = SPECIMENS) -> None:
    """Print both tables."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))]
    per_report = {name: time / len(texts) for name, time in medians(stages(texts), ROUNDS).items()}
    _show(f"A report ({len(texts)} of {sum(map(len, texts)) // len(texts)} characters on average)", per_report, "a report")
    _show("A start", medians(starts(), STARTS), "a start")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:2]))
