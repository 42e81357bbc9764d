"""Archives as folders: names, depth, and what a hostile one may do."""

import bz2
import gzip
import io
import lzma
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from extractor.document import Document
from extractor.errors import EmptyFile, ReadError
from extractor.files import Failure
from extractor.readers import Demands, read_documents, read_file
from extractor.readers.archive_budget import LARGEST_MEMBER, MEGABYTE, Budget
from extractor.readers.archives import find_unpacker
from tests.samples import REPORT

Files = dict[str, bytes]
FILES: Files = {"2022/某县水利局.txt": REPORT.encode(), "2023/镇.txt": "某镇2023年立案3件。".encode("gb18030")}


def zipped(files: Files, *, compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", compression) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return stream.getvalue()


def tarred(files: Files, mode: str = "w") -> bytes:
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode=mode) as archive:  # type: ignore[call-overload]
        for name, data in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return stream.getvalue()


def found(path: Path, data: bytes, demands: Demands | None = None) -> list[str]:
    """What comes of an archive: the path of each document within it, or path and reason of a failure."""
    path.write_bytes(data)
    results = read_documents(path, demands or Demands())
    return [str(one).removeprefix(f"{path}/") if isinstance(one, Failure) else one.source.path.removeprefix(f"{path}/") for one in results]


MAKERS: dict[str, Callable[[Files], bytes]] = {
    "zip": zipped,
    "tar": tarred,
    "tar.gz": lambda files: tarred(files, "w:gz"),
    "tar.bz2": lambda files: tarred(files, "w:bz2"),
    "tar.xz": lambda files: tarred(files, "w:xz"),
}


@pytest.mark.parametrize("make", MAKERS.values(), ids=MAKERS)
def test_the_members_of_an_archive_are_files_with_paths(make: Callable[[Files], bytes], tmp_path: Path) -> None:
    path = tmp_path / "a.bin"
    path.write_bytes(make(FILES))
    documents = [one for one in read_documents(path) if isinstance(one, Document)]
    assert [document.source.path for document in documents] == [f"{path}/{name}" for name in FILES]
    assert [document.source.name for document in documents] == ["某县水利局.txt", "镇.txt"]
    assert [document.source.encoding for document in documents] == ["utf-8", "gb18030"]
    assert documents[0].text == REPORT


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress])
def test_a_packed_file_is_unpacked(pack: Callable[[bytes], bytes], tmp_path: Path) -> None:
    assert found(tmp_path / "a.txt.gz", pack(REPORT.encode())) == ["content"]


@pytest.mark.parametrize("name", ["某县2022年报告.txt", "法治/司法局（公开）.txt"])
def test_names_in_the_encoding_of_chinese_systems_are_read(name: str, tmp_path: Path) -> None:
    mark = bytes(len(name.encode("gb18030")))
    data = zipped({mark.replace(b"\0", b"x").decode(): REPORT.encode()}).replace(b"x" * len(mark), name.encode("gb18030"))
    assert found(tmp_path / "a.zip", data) == [name]


def test_archives_lie_in_archives_down_to_a_depth(tmp_path: Path) -> None:
    data = zipped(FILES)
    for level in (1, 2, 3):
        data = zipped({f"{level}.zip": data})
    names = found(tmp_path / "a.zip", data)
    assert names == ["3.zip/2.zip/1.zip: an archive within 3 archives, which is not opened"]
    assert found(tmp_path / "b.zip", zipped({"1.zip": zipped(FILES)})) == [f"1.zip/{name}" for name in FILES]


def test_what_file_managers_leave_behind_is_passed_over(tmp_path: Path) -> None:
    litter = {"__MACOSX/2022/._a.txt": b"x", ".DS_Store": b"x", "2022/~$a.docx": b"x", "2022/Thumbs.db": b"x"}
    assert found(tmp_path / "a.zip", zipped(litter | FILES)) == list(FILES)


def test_a_bad_member_is_one_failure(tmp_path: Path) -> None:
    files = {"a.txt": b"", "b.txt": REPORT.encode(), "c.gif": b"GIF89a"}
    assert found(tmp_path / "a.zip", zipped(files)) == ["a.txt: the file is empty", "b.txt", "c.gif: a GIF image, which cannot be read"]


def test_a_damaged_member_is_one_failure(tmp_path: Path) -> None:
    data = zipped({"a.txt": REPORT.encode(), "b.txt": b"2022"}, compression=zipfile.ZIP_STORED).replace(REPORT.encode()[30:60], bytes(30), 1)
    assert found(tmp_path / "a.zip", data) == ["a.txt: damaged in its archive", "b.txt"]


def test_an_encrypted_member_is_named(tmp_path: Path) -> None:
    data = bytearray(zipped({"a.txt": b"2022"}))
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + at] |= 1
    assert found(tmp_path / "a.zip", bytes(data)) == ["a.txt: encrypted"]


@pytest.mark.parametrize("cut", [30, 200])
def test_a_truncated_archive_is_a_failure_of_its_own(cut: int, tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(zipped(FILES)[:cut])
    with pytest.raises(ReadError, match="a ZIP archive, which cannot be read"):
        list(read_documents(path))


def test_a_truncated_tar_gives_what_it_holds(tmp_path: Path) -> None:
    data = tarred({"a.txt": REPORT.encode(), "b.txt": bytes(5000)})
    assert found(tmp_path / "a.tar", data[:6000])[0] == "a.txt"
    assert "damaged" in found(tmp_path / "a.tar", data[:6000])[-1]


def test_an_archive_without_files_is_empty(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(zipped({}))
    with pytest.raises(EmptyFile, match="no files in this archive"):
        list(read_documents(path))


def test_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    bomb = zipped({"a.txt": b"0" * (11 * MEGABYTE), "b.txt": REPORT.encode()})
    assert found(tmp_path / "a.zip", bomb) == ["a.txt: unpacks to more than 200 times its size", "b.txt"]


def test_a_member_that_lies_about_its_size_gives_no_more_than_it_says() -> None:
    data = bytearray(zipped({"a.txt": b"0" * 100_000}))
    at = data.index(b"PK\x01\x02") + 24
    data[at : at + 4] = (10).to_bytes(4, "little")
    stream = io.BytesIO(bytes(data))
    unpack = find_unpacker(stream)
    assert unpack is not None
    assert all(isinstance(one, Failure) or len(one.data) <= 10 for one in unpack(stream, Budget()))


def test_all_of_it_together_has_a_bound() -> None:
    budget = Budget(left=3 * MEGABYTE)
    stream = io.BytesIO(zipped({f"{n}.txt": bytes(MEGABYTE) for n in range(5)}))
    unpack = find_unpacker(stream)
    assert unpack is not None
    assert [isinstance(one, Failure) for one in unpack(stream, budget)] == [False, False, False, True, True]
    assert Budget().objection(LARGEST_MEMBER + 1, None) == "unpacks to more than 256 MB"


def test_a_member_is_read_by_its_path(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(zipped({"in.zip": zipped(FILES)}))
    assert read_file(path / "in.zip" / "2022" / "某县水利局.txt").text == REPORT
    with pytest.raises(ReadError, match="no such file in this archive"):
        read_file(path / "2022" / "none.txt")
    with pytest.raises(ReadError, match="name one of its files"):
        read_file(path)


def test_a_path_through_a_file_that_is_no_archive_leads_nowhere(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(REPORT.encode())
    with pytest.raises(ReadError, match="no such file"):
        read_file(tmp_path / "a.txt" / "b.txt")


def test_the_user_overrules_the_bytes(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_bytes("<html><p>立案3件。</p></html>".encode("gb18030"))
    document = read_file(path, Demands(encoding="gb18030", kind="txt"))
    assert (document.text, document.source.media_type, document.source.encoding) == ("<html><p>立案3件。</p></html>", "text/plain", "gb18030")


def test_a_demanded_encoding_that_does_not_fit_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("立案3件，罚款。".encode("gb18030"))
    assert [notice.code for notice in read_file(path, Demands(encoding="utf-8")).notices] == ["undecodable_bytes"]
