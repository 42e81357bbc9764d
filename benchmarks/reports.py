"""As many reports as are wanted: the specimens with other figures and other years, `python -m benchmarks.reports FOLDER 20000`.

>>> varied("2022年，我局立案35件，罚款1.5万元。", 7) == varied("2022年，我局立案35件，罚款1.5万元。", 7)
True
>>> varied("2022年，我局立案35件，罚款1.5万元。", 7) == varied("2022年，我局立案35件，罚款1.5万元。", 8)
False
"""

import random
import sys
from pathlib import Path

import regex

SPECIMENS = Path(__file__).parent.parent / "seeds"
IN_A_FOLDER = 1000

_YEAR = regex.compile(r"(?<!\d)20[12]\d(?!\d)")
_FIGURE = regex.compile(r"(?<![\d〔—-])\d{1,6}(?![\d月日年时分号〕])")


def varied(text: str, number: int) -> str:
    """A text with the figures and years of variant ``number``: as many digits each, so that it reads as before."""
    chance = random.Random(number)  # noqa: S311, nothing is to be kept secret
    shift = chance.randint(-5, 3)
    figures = _FIGURE.sub(lambda found: found[0] if _YEAR.fullmatch(found[0]) else _other(found[0], chance), text)
    return _YEAR.sub(lambda found: str(int(found[0]) + shift), figures)


def make_reports(folder: Path, count: int, specimens: Path = SPECIMENS) -> None:
    """Writes so many reports below a folder, a thousand in a folder each; those that are there already are made anew."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(specimens.glob("*.txt"))]
    for number in range(count):
        place = folder / f"{number // IN_A_FOLDER:03}" / f"{number:06}.txt"
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(varied(texts[number % len(texts)], number), encoding="utf-8")


def _other(figure: str, chance: random.Random) -> str:
    return str(chance.randint(1, 9)) + "".join(str(chance.randint(0, 9)) for _ in figure[1:])


if __name__ == "__main__":
    make_reports(Path(sys.argv[1]), int(sys.argv[2]))
