"""What a PDF costs, and what it keeps: `python -m benchmarks.pdf [SPECIMEN…]`.

The floor is the library's own text of every page, in the order in which it is drawn. A file of some two hundred pages is read in a process
of its own, so that its peak memory is known. Then each specimen is printed by LibreOffice in each look, and what is read of it is held
against what its text states. Without LibreOffice only the first table is shown, for pages drawn by hand.
"""

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.timing import medians, ratios
from extractor import extract_text
from extractor.document import Source
from extractor.pipeline import extract
from extractor.readers.pdf import read
from tests.agreement import facts
from tests.makers.pdf import LOOKS, Mark, drawn_pdf, has_office, printed, unbroken

SPECIMENS = Path(__file__).parent.parent / "seeds"
PAGES, ROUNDS = 200, 3
KINDS = ("title", "issuer", "year", "section", "indicator")

# The system's own mark of this process: what `resource` tells is inherited from the process that started it.
_PEAK = """
import json, sys
from pathlib import Path
from extractor.document import Source
from extractor.readers.pdf import read
import pypdfium2
def peak():
    return next(int(line.split()[1]) for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM"))
data = Path(sys.argv[1]).read_bytes()
before = peak()
read(data, Source())
print(json.dumps([before, peak()]))
"""


def long_pdf(texts: list[str], folder: Path) -> bytes:
    """Some two hundred pages of text."""
    if has_office():
        return printed(["\n".join(texts * 2)], folder, LOOKS[0])[0]
    line = "全年共受理行政许可申请四百一十七件，办结四百零九件，不予"
    return drawn_pdf([[Mark(line, 80, 120 + 28 * row) for row in range(22)] for _ in range(PAGES)])


def floor(data: bytes) -> int:
    """How many characters the library itself finds."""
    import pypdfium2

    pdf = pypdfium2.PdfDocument(data)
    try:
        return sum(len(page.get_textpage().get_text_bounded()) for page in pdf)
    finally:
        pdf.close()


def peak(file: Path) -> tuple[float, float]:
    """The peak memory of a process in MB before and after it reads a file."""
    done = subprocess.run([sys.executable, "-c", _PEAK, str(file)], check=True, capture_output=True, cwd=Path(__file__).parent.parent)
    before, after = json.loads(done.stdout)
    return before / 1024, after / 1024


def _show_cost(texts: list[str], folder: Path) -> None:
    data = long_pdf(texts, folder)
    file = folder / "long.pdf"
    file.write_bytes(data)
    pages = read(data, Source()).source.pages or 1
    times = medians({"floor": lambda: floor(data), "reader": lambda: read(data, Source())}, ROUNDS)
    print(f"A file of {pages} pages")
    for name, ratio in ratios(times, of="floor").items():
        print(f"  {name:8} {ratio:6.1f} ×   {pages / times[name]:8.1f} pages a second")
    if sys.platform != "linux":
        return
    before, after = peak(file)
    print(f"  peak memory {after:.0f} MB, {after / before:.1f} × that before it, {(after - before) / pages:.2f} MB a page")


def _show_kept(texts: dict[str, str]) -> None:
    print(f"{'share that is the same':28} " + " ".join(f"{kind:>9}" for kind in KINDS))
    for look in LOOKS:
        stated, kept = Counter[str](), Counter[str]()
        with TemporaryDirectory() as folder:
            for text, data in zip(texts.values(), printed(list(texts.values()), Path(folder), look), strict=True):
                own = Counter(facts(extract_text(text)))
                stated += Counter(fact[0] for fact in own.elements())
                kept += Counter(fact[0] for fact in (own & Counter(facts(extract(read(data, Source()))))).elements())
        print(f"{look.name:28} " + " ".join(f"{kept[kind] / max(1, stated[kind]):9.3f}" for kind in KINDS))


def main(names: list[str]) -> None:
    """Print both tables."""
    paths = [path for path in sorted(SPECIMENS.glob("*.txt")) if not names or path.stem in names]
    texts = {path.stem: unbroken(path.read_text(encoding="utf-8")) for path in paths}
    with TemporaryDirectory() as folder:
        _show_cost(list(texts.values()), Path(folder))
    if has_office():
        _show_kept(texts)


if __name__ == "__main__":
    main(sys.argv[1:])
