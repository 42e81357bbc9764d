"""The pages under `tests/masthead/pages`: what is expected of each, and its text."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from extractor.document import Document

_FOLDER = Path(__file__).parent / "masthead" / "pages"
FACTS = ("title", "issuer", "stated", "region", "year", "number", "index", "written", "published", "signed", "addressees")


@dataclass(frozen=True, slots=True)
class Page:
    """A page with what a careful reader takes from it."""

    name: str
    document: Document
    expected: dict[str, Any]

    @property
    def facts(self) -> dict[str, Any]:
        """Every fact of the paper; one that is not written down is expected to be empty."""
        default: dict[str, Any] = {"stated": True if "issuer" in self.expected else None, "addressees": []}
        return {fact: self.expected.get(fact, default.get(fact)) for fact in FACTS}


def load_pages() -> list[Page]:
    """All pages, a file after the other."""
    entries = [entry for path in sorted(_FOLDER.glob("*.toml")) for entry in tomllib.loads(path.read_text(encoding="utf-8"))["page"]]
    return [Page(entry["name"], Document.of(entry["text"]), entry) for entry in entries]
