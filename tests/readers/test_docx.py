"""Word documents as a whole: specimens, notes, headers, what is wrapped in them, and what is no document."""

import io
import zipfile
from pathlib import Path

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from extractor.document import Source
from extractor.errors import EmptyFile, ReadError
from extractor.readers import read_bytes
from extractor.readers.docx import read
from extractor.readers.formats import format_of
from tests.makers.docx import NAMES, document, docx_of, footnotes, package, paragraph, part_of, run, styles
from tests.samples import REPORT, specimens

_BLANKS = regex.compile(r"[ \u3000\u00a0]+")


def text_of(data: bytes) -> str:
    return read(data, Source()).text


def lines_of(text: str) -> list[str]:
    """The lines that hold something, without blanks: Word parts a number from its line as it likes."""
    return [line for line in _BLANKS.sub("", text).splitlines() if line.strip()]


@pytest.mark.parametrize("path", specimens(), ids=lambda path: path.stem)
def test_a_specimen_comes_back(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert lines_of(text_of(docx_of(text, cut_every=3))) == [line.rstrip() for line in lines_of(text)]


def test_word_counts_most_labels_of_the_specimens() -> None:
    counted = sum(part_of(docx_of(path.read_text(encoding="utf-8")), "word/document.xml").count("<w:pStyle ") for path in specimens())
    assert counted > 100


def test_the_document_in_the_shared_folder_is_its_text(shared: Path) -> None:
    folder = shared / "gold" / "more" / "docs"
    assert text_of((folder / "d05.docx").read_bytes()) == (folder / "d05.txt").read_text(encoding="utf-8").rstrip("\n")


def test_a_note_stands_at_the_end_and_its_mark_nowhere() -> None:
    found = text_of(docx_of(REPORT, note="其中3件为上年结转。"))
    assert found.endswith("\n其中3件为上年结转。")
    assert lines_of(found)[:-1] == [line.rstrip() for line in lines_of(REPORT)]


def test_notes_come_in_the_order_of_the_text_and_once() -> None:
    mark = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
    typed = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="3"/><w:t>①</w:t></w:r>'
    body = paragraph(run("甲") + typed + run("乙") + mark.format(2)) + paragraph(run("丙") + mark.format(2) + mark.format(9))
    assert text_of(package(document(body), {"word/footnotes.xml": footnotes("注二", "注三")})) == "甲乙\n丙\n注三\n注二"


def header(text: str) -> str:
    return document("").replace("<w:document ", "<w:hdr ").replace("<w:body></w:body></w:document>", paragraph(run(text)) + "</w:hdr>")


@pytest.mark.parametrize(("is_own", "shown"), [(True, "某县水利局文件\n全文"), (False, "全文")])
def test_the_header_of_a_first_page_of_its_own_is_read(is_own: bool, shown: str) -> None:
    section = '<w:headerReference w:type="default" r:id="rId2"/><w:headerReference w:type="first" r:id="rId1"/>' + "<w:titlePg/>" * is_own
    body = paragraph(run("全文")) + f"<w:sectPr>{section}</w:sectPr>"
    assert text_of(package(document(body), {"word/header1.xml": header("某县水利局文件"), "word/header2.xml": header("年度报告")})) == shown


def test_a_table_of_contents_is_left_out() -> None:
    def entry(text: str, before: str = "", after: str = "") -> str:
        page = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGEREF _Toc1</w:instrText></w:r>'
        page += '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + run("3") + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        return paragraph(f"{before}<w:hyperlink w:anchor='_Toc1'>{run(text)}<w:r><w:tab/></w:r>{page}</w:hyperlink>{after}")

    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC \\o "1-2" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    body = paragraph(run("目　录")) + entry("一、概况", before=begin) + entry("二、问题", after=end) + paragraph(run("一、概况"))
    assert text_of(package(document(body))) == "一、概况"
    gallery = '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
    kept = f"{gallery}<w:sdtContent>{paragraph(run('目录'))}{paragraph(run('一、概况 1'))}</w:sdtContent></w:sdt>" + paragraph(run("一、概况"))
    assert text_of(package(document(kept))) == "一、概况"


@pytest.mark.parametrize("name", ["toc 1", "TOC 2", "目录 1", "WPSOffice手动目录 1"])
def test_styles_of_a_table_of_contents(name: str) -> None:
    style = f'<w:style w:type="paragraph" w:styleId="t"><w:name w:val="{name}"/></w:style></w:styles>'
    body = paragraph(run("一、概况 1"), '<w:pStyle w:val="t"/>') + paragraph(run("一、概况"))
    assert text_of(package(document(body), {"word/styles.xml": styles().replace("</w:styles>", style)})) == "一、概况"


@pytest.mark.parametrize("entries", [["一、概况\t1", "二、问题\t12"], ["一、概况………… 1", "二、问题.......12"]])
def test_a_table_of_contents_that_was_typed(entries: list[str]) -> None:
    typed = [paragraph("<w:r><w:tab/></w:r>".join(map(run, entry.split("\t")))) for entry in entries]
    assert text_of(package(document("".join([paragraph(run("目  录")), *typed, paragraph(run("一、概况"))])))) == "一、概况"


def test_the_word_for_it_alone_is_no_table_of_contents() -> None:
    assert text_of(package(document(paragraph(run("目录")) + paragraph(run("清单\t3"))))) == "目录\n清单 3"


def test_a_paragraph_in_a_field_of_contents_is_kept() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    long = "全年检查企业1,086家次，立案17件。" * 8
    assert text_of(package(document(paragraph(begin + run(long)) + paragraph('<w:r><w:fldChar w:fldCharType="end"/></w:r>')))) == long


def test_a_document_in_strict_names() -> None:
    data = package(document(paragraph(run("全年立案3件。"), '<w:pStyle w:val="1"/>')), {"word/styles.xml": styles()})
    strict = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(strict, "w") as new:
        for name in old.namelist():
            part = old.read(name).replace(NAMES["w"].encode(), b"http://purl.oclc.org/ooxml/wordprocessingml/main")
            new.writestr(name, part.replace(NAMES["r"].encode(), b"http://purl.oclc.org/ooxml/officeDocument/relationships"))
    found = read(strict.getvalue(), Source())
    assert (found.text, [emphasis.level for emphasis in found.layout.emphases]) == ("全年立案3件。", [1])


@pytest.mark.parametrize("inner", ["一、概况\n全年立案3件。".encode(), docx_of("一、概况\n全年立案3件。")])
def test_a_part_in_another_format(inner: bytes) -> None:
    body = paragraph(run("甲")) + '<w:altChunk r:id="rId1"/>' + paragraph(run("乙"))
    assert text_of(package(document(body), {"word/chunk1.dat": inner})) == "甲\n一、概况\n全年立案3件。\n乙"


def test_a_part_that_cannot_be_read_is_left_out() -> None:
    body = paragraph(run("甲")) + '<w:altChunk r:id="rId1"/><w:altChunk r:id="rId7"/>'
    assert text_of(package(document(body), {"word/chunk1.dat": b"\x89PNG\r\n\x1a\n"})) == "甲"


def test_changes_and_charts_are_told() -> None:
    chart = '<w:r><w:drawing><c:chart r:id="rId5"/></w:drawing></w:r>'
    found = read(package(document(paragraph(f'<w:ins w:id="1">{run("全年立案3件。")}</w:ins>{chart}'))), Source())
    assert [notice.code for notice in found.notices] == ["tracked_changes", "unread_drawings"]


def test_a_document_without_styles_is_read() -> None:
    assert text_of(package(document(paragraph(run("甲"), '<w:pStyle w:val="x"/><w:numPr><w:numId w:val="1"/></w:numPr>')))) == "甲"


def test_it_is_known_by_its_bytes() -> None:
    data = docx_of(REPORT)
    assert format_of(data).key == "docx"
    assert read_bytes(data).source.media_type.endswith("wordprocessingml.document")


@pytest.mark.parametrize("body", ["", paragraph(""), paragraph(run("  ")), paragraph("<w:r><w:pict/></w:r>")])
def test_a_document_without_text_is_empty(body: str) -> None:
    with pytest.raises(EmptyFile):
        text_of(package(document(body)))


def test_a_document_of_pictures_is_said_to_be_one() -> None:
    with pytest.raises(EmptyFile, match="only pictures"):
        text_of(package(document(paragraph("")), {"word/media/image1.png": b"x"}))


@pytest.mark.parametrize("share", [0.01, 0.3, 0.9, 0.999])
def test_a_truncated_document_is_refused(share: float) -> None:
    data = docx_of(REPORT)
    with pytest.raises(ReadError, match="damaged or truncated"):
        text_of(data[: int(share * len(data))])


def test_a_damaged_part_is_refused() -> None:
    data = docx_of(REPORT)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        place = archive.getinfo("word/document.xml").header_offset + 200
    with pytest.raises(ReadError, match="damaged"):
        text_of(data[:place] + bytes(20) + data[place + 20 :])


def test_an_encrypted_document_is_refused() -> None:
    with pytest.raises(ReadError, match="password"):
        text_of(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500) + "EncryptedPackage".encode("utf-16-le"))
    data = bytearray(docx_of(REPORT))
    for mark, offset in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        place = -1
        while (place := data.find(mark, place + 1)) >= 0:
            data[place + offset] |= 1
    with pytest.raises(ReadError, match="password"):
        text_of(bytes(data))


def test_an_archive_that_swells_is_refused() -> None:
    with pytest.raises(ReadError, match="unpacks to"):
        text_of(package(document(paragraph(run("一" * 5_000_000)))))


@pytest.mark.parametrize("main", ["", "<w:document", "no XML", "<a/>", "\x00", document("").replace("w:body", "w:bodies"), document("<w:p>")])
def test_a_part_that_is_no_text_is_refused(main: str) -> None:
    with pytest.raises(ReadError):
        text_of(package(main))


def test_entities_are_not_expanded() -> None:
    entities = '<!DOCTYPE d [<!ENTITY a "甲甲甲甲甲甲甲甲"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]>'
    main = document(paragraph(run("&b;&x;").replace("&amp;", "&")))
    with pytest.raises(ReadError, match="document type"):
        text_of(package(main.replace("<w:document", f"{entities}<w:document")))


def test_depth_does_no_harm() -> None:
    for depth in (100, 300):
        deep = "<w:smartTag>" * depth + run("甲") + "</w:smartTag>" * depth
        try:
            assert text_of(package(document(paragraph(deep)))) == "甲"
        except ReadError:
            assert depth > 200


@given(data=st.data())
def test_any_change_to_the_text_part_is_read_or_refused(data: st.DataObject) -> None:
    main = part_of(docx_of(REPORT), "word/document.xml")
    start = data.draw(st.integers(0, len(main)))
    end = data.draw(st.integers(start, min(len(main), start + 400)))
    other = data.draw(st.sampled_from(["", "<", "</w:p>", "<w:p/>", "<w:tbl/>", '<w:fldChar w:fldCharType="begin"/>', "&#7;", "&x;", '"']))
    try:
        found = read(package(main[:start] + other + main[end:], {"word/styles.xml": styles()}), Source())
    except ReadError:
        return
    assert found.text.strip()


@given(data=st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    for head in (b"", b"PK\x03\x04"):
        with pytest.raises(ReadError):
            text_of(head + data)
