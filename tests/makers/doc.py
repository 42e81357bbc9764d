"""Word 97 documents: LibreOffice writes them from newer ones."""

import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path


def has_office() -> bool:
    """Whether there is a LibreOffice to write them."""
    return shutil.which("soffice") is not None


def docs_of(documents: Mapping[str, bytes], folder: Path) -> dict[str, bytes]:
    """The old form of documents in the newer one, by their names; ``folder`` takes the working files."""
    for name, data in documents.items():
        (folder / f"{name}.docx").write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    sources = [os.fspath(folder / f"{name}.docx") for name in documents]
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", "doc", "--outdir", os.fspath(folder), *sources], check=True, capture_output=True, timeout=300
    )
    return {name: (folder / f"{name}.doc").read_bytes() for name in documents}
