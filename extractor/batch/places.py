"""Files that lie elsewhere, by their addresses (s3://…, https://…): what `fsspec` opens, with the extra that each kind needs.

>>> is_address("s3://reports/2022"), is_address("in/a.txt"), is_address("C:/in")
(True, False, False)
>>> "".join(inside("in/a.zip/b.txt", "in"))
'a.zip/b.txt'
"""

import hashlib
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from extractor.errors import ReadError

if TYPE_CHECKING:
    from fsspec import AbstractFileSystem

_MARK = "://"
_INSTALL = "pip install 'fazhi[dask]'"


def is_address(path: str) -> bool:
    """Whether a path says on which system it lies."""
    return _MARK in path


def inside(path: str, folder: str) -> str:
    """What of a path lies below a folder; both are paths or both are addresses."""
    return path.removeprefix(folder.rstrip("/") + "/")


def read_place(address: str) -> bytes:
    """The bytes at an address. Raises ReadError."""
    system, path = _system(address)
    try:
        data: bytes = system.cat_file(path)
    except Exception as error:
        raise ReadError(_reason(error)) from error
    return data


def list_places(address: str) -> list[str]:
    """The addresses of the files at and below an address, in order. Raises ReadError where there are none."""
    system, path = _system(address)
    try:
        found = sorted(system.find(path))
    except Exception as error:
        raise ReadError(_reason(error)) from error
    if not found:
        raise ReadError("there is nothing at this address")
    return [each if is_address(each) else system.unstrip_protocol(each) for each in found]


def stamp_of_place(address: str) -> str | None:
    """What the system there keeps of a file's state; None where it keeps nothing."""
    system, path = _system(address)
    try:
        return str(system.ukey(path))
    except Exception:  # noqa: BLE001, each kind of system fails in its own way
        return None


def content_of_place(address: str) -> str | None:
    """The SHA-256 of the bytes at an address; None where they cannot be read."""
    try:
        return hashlib.sha256(read_place(address)).hexdigest()
    except ReadError:
        return None


@contextmanager
def borrowed(address: str) -> Iterator[str]:
    """A file of this machine with what lies at an address, if anything does; in the end the address has what the file has then. Raises ReadError."""
    system, path = _system(address)
    with TemporaryDirectory(prefix="fazhi-") as folder:
        place = Path(folder, os.path.basename(address) or "store")
        try:
            if system.exists(path):
                with system.open(path, "rb") as there, place.open("wb") as here:
                    shutil.copyfileobj(there, here)
            yield str(place)
        finally:
            if place.exists():
                with place.open("rb") as here, system.open(path, "wb") as there:
                    shutil.copyfileobj(here, there)


def _system(address: str) -> "tuple[AbstractFileSystem, str]":
    try:
        from fsspec.core import url_to_fs
    except ImportError as error:
        raise ReadError(f"an address, which needs {_INSTALL}") from error
    try:
        system, path = url_to_fs(address)
    except (ImportError, ValueError, OSError) as error:
        raise ReadError(_reason(error)) from error
    return system, path


def _reason(error: Exception) -> str:
    if isinstance(error, FileNotFoundError):
        return "no such file at this address"
    words = " ".join(str(error).split()) or type(error).__name__
    return words[:1].lower() + words[1:]
