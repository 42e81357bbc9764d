"""The characters of a paragraph, as Word shows them."""

import pytest

from extractor.document import Source
from extractor.readers.docx import read
from tests.makers.docx import document, package, paragraph, run, styles


def text_of(body: str) -> str:
    return read(package(document(body), {"word/styles.xml": styles()}), Source()).text


def begin(code: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve">{code}</w:instrText></w:r>'


SEPARATE, END = ('<w:r><w:fldChar w:fldCharType="separate"/></w:r>', '<w:r><w:fldChar w:fldCharType="end"/></w:r>')


def field(code: str, result: str) -> str:
    return begin(code) + SEPARATE + result + END


def raised(text: str) -> str:
    return run(text, '<w:vertAlign w:val="superscript"/>')


def box(text: str) -> str:
    content = f"<w:txbxContent>{paragraph(run(text))}</w:txbxContent>"
    choice = f'<mc:Choice Requires="wps"><w:drawing><wps:txbx>{content}</wps:txbx></w:drawing></mc:Choice>'
    return f"<w:r><mc:AlternateContent>{choice}<mc:Fallback><w:pict><v:textbox>{content}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"


SHOWN: list[tuple[str, str, str]] = [
    ("a number over runs", run("立案1,") + run("38", "<w:b/>") + run("6件"), "立案1,386件"),
    ("a proofing mark in a number", run("13") + '<w:proofErr w:type="spellStart"/><w:bookmarkStart w:id="0" w:name="a"/>' + run("86件"), "1386件"),
    ("blanks that are not kept", "<w:r><w:t> 立案3件 </w:t></w:r>" + run("。"), "立案3件。"),
    ("blanks that are kept", run("立案 ") + run(" 3件"), "立案  3件"),
    ("a line end within characters", "<w:r><w:t>立案\n3件</w:t></w:r>", "立案 3件"),
    ("insertions", run("立案") + f'<w:ins w:id="1">{run("12")}</w:ins>' + run("件"), "立案12件"),
    ("deletions", run("立案12") + '<w:del w:id="1"><w:r><w:delText>9</w:delText></w:r></w:del>' + run("件"), "立案12件"),
    ("what was moved", f"<w:moveFrom>{run('甲')}</w:moveFrom>" + run("乙") + f"<w:moveTo>{run('丙')}</w:moveTo>", "乙丙"),
    ("hidden text", run("立案") + run("（内部）", "<w:vanish/>") + run("3件"), "立案3件"),
    ("what is hidden no more", run("立案3件", '<w:vanish w:val="0"/>'), "立案3件"),
    ("a hyperlink", '<w:hyperlink r:id="rId9">' + run("见全文") + "</w:hyperlink>", "见全文"),
    (
        "a smart tag",
        f'<w:smartTag w:uri="u" w:element="date">{run("2022年")}<w:smartTag w:element="chmetcnv">{run("3亩")}</w:smartTag></w:smartTag>',
        "2022年3亩",
    ),
    ("a content control", f"<w:sdt><w:sdtPr/><w:sdtContent>{run('某县')}</w:sdtContent></w:sdt>" + run("水利局"), "某县水利局"),
    ("a request to fill in", f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{run('单击输入')}</w:sdtContent></w:sdt>" + run("水利局"), "水利局"),
    ("a soft hyphen", run("立案") + "<w:r><w:softHyphen/></w:r>" + run("3件"), "立案3件"),
    ("a hyphen that breaks no line", run("3") + "<w:r><w:noBreakHyphen/></w:r>" + run("5天"), "3-5天"),
    ("a tab", run("发文字号：") + "<w:r><w:tab/></w:r>" + run("某发〔2022〕3号"), "发文字号： 某发〔2022〕3号"),
    ("tabs that move a line", "<w:r><w:tab/><w:tab/></w:r>" + run("某县水利局"), "某县水利局"),
    ("a soft line break", run("某县水利局") + "<w:r><w:br/></w:r>" + run("工作报告"), "某县水利局\n工作报告"),
    ("a page break", '<w:r><w:br w:type="page"/></w:r>' + run("一、概况"), "一、概况"),
    ("where Word last broke a page", run("立案1") + "<w:r><w:lastRenderedPageBreak/><w:t>2件</w:t></w:r>", "立案12件"),
    ("a reading above a word", "<w:r><w:ruby><w:rt>" + run("shà") + "</w:rt><w:rubyBase>" + run("歃") + "</w:rubyBase></w:ruby></w:r>" + run("血"), "歃血"),
    ("a symbol", run("已公开") + '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>', "已公开☑"),
    ("a ring of Wingdings", '<w:r><w:sym w:font="Wingdings" w:char="F081"/></w:r>' + run("审批"), "①审批"),
    ("private characters", run("\uf06c提速", '<w:rFonts w:ascii="Wingdings"/>'), "●提速"),
    ("what stands for a drawing", run("立案\ufffc3件"), "立案3件"),
    ("a raised digit", run("面积12m") + raised("2"), "面积12m²"),
    ("a raised mark", run("立案3件") + raised("1") + run("。"), "立案3件¹。"),
    (
        "an equation",
        run("合格率") + "<m:oMath><m:f><m:num><m:r><m:t>97</m:t></m:r></m:num><m:den><m:r><m:t>100</m:t></m:r></m:den></m:f></m:oMath>",
        "合格率97/100",
    ),
    ("a comment", run("立案3件") + '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>', "立案3件"),
    ("a field", run("见") + field(' HYPERLINK "http://a.cn" ', run("附件")), "见附件"),
    ("a number of a caption", run("表") + field(" SEQ 表 \\* ARABIC ", run("1")) + run("  许可情况"), "表1  许可情况"),
    ("the number of the page", run("甲") + field(" PAGE \\* MERGEFORMAT ", run("12")), "甲"),
    (
        "a simple field",
        run("甲") + f'<w:fldSimple w:instr=" NUMPAGES ">{run("12")}</w:fldSimple><w:fldSimple w:instr=" DATE ">{run("今日")}</w:fldSimple>',
        "甲今日",
    ),
    ("fields in fields", field(" IF " + END.replace("end", "begin") + SEPARATE + run("1") + END + " = 1 ", run("是")), "是"),
    ("a character in a ring", begin(" eq \\o\\ac(○,3) ") + END + run("审批提速"), "③审批提速"),
    ("a reading by a field", begin(' EQ \\* jc2 \\* "Font:宋体" \\o\\ad(\\s\\up 9(shà),歃) ') + END + run("血"), "歃血"),
    ("a mark whose field never ends", begin(" PAGE ") + SEPARATE + run("立案3件"), "立案3件"),
    ("an end without a beginning", run("立案") + END + run("3件"), "立案3件"),
    ("a text box, once", run("全年立案") + box("某县水利局文件") + run("3件"), "某县水利局文件\n全年立案3件"),
    ("an ornamental line", '<w:r><w:pict><v:shape><v:textpath string="某县人民政府文件"/></v:shape></w:pict></w:r>' + run("全文"), "某县人民政府文件\n全文"),
]


@pytest.mark.parametrize(("body", "shown"), [case[1:] for case in SHOWN], ids=[case[0] for case in SHOWN])
def test_a_paragraph_is_read_as_it_is_shown(body: str, shown: str) -> None:
    assert text_of(paragraph(body)) == shown


def test_a_field_may_reach_over_paragraphs() -> None:
    first = paragraph(run("甲") + begin(" PAGE ") + SEPARATE + run("1"))
    assert text_of(first + paragraph(run("2") + END + run("乙"))) == "甲\n乙"


def test_a_deleted_paragraph_end_joins_two_lines() -> None:
    gone = "<w:rPr><w:del w:id='1'/></w:rPr>"
    assert text_of(paragraph(run("全年立案"), gone) + paragraph(run("3件"))) == "全年立案3件"


def test_a_deleted_paragraph_leaves_nothing() -> None:
    gone = paragraph('<w:del w:id="1"><w:r><w:delText>甲</w:delText></w:r></w:del>', "<w:rPr><w:del w:id='1'/></w:rPr>")
    assert text_of(gone + paragraph(run("乙"))) == "乙"


def test_a_large_first_letter_belongs_to_its_word() -> None:
    assert text_of(paragraph(run("今"), '<w:framePr w:dropCap="drop"/>') + paragraph(run("年立案3件"))) == "今年立案3件"


def test_what_a_style_hides_is_hidden_and_a_run_may_show_it() -> None:
    hiding = '<w:style w:type="paragraph" w:styleId="h"><w:name w:val="h"/><w:rPr><w:vanish/></w:rPr></w:style></w:styles>'
    body = paragraph(run("甲") + run("乙", '<w:vanish w:val="0"/>'), '<w:pStyle w:val="h"/>')
    assert read(package(document(body), {"word/styles.xml": styles().replace("</w:styles>", hiding)}), Source()).text == "乙"
