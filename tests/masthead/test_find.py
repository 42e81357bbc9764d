"""Title, numbers, dates and addressees of a paper, on pages of many forms."""

import datetime
import json
from pathlib import Path

import pytest

from extractor.document import Document
from extractor.masthead.find import Masthead, find_masthead
from extractor.outline.body import find_body

TITLE = "云溪县林业局2021年度法治政府建设情况报告"
REST = "2021年，我局认真履职。\n云溪县林业局\n2022年1月18日"


def masthead_of(text: str) -> Masthead:
    document = Document.of(text)
    return find_masthead(document, find_body(document))


def day(iso: str) -> datetime.date:
    return datetime.date.fromisoformat(iso)


TITLES = [
    (TITLE, f"{TITLE}\n{REST}"),
    ("云溪县林业局关于2021年度法治政府建设情况的报告", f"云溪县林业局\n\n关于 2021 年度\n法治政府建设情况的报告\n{REST}"),
    ("云溪县林业局2021年度法治政府建设情况报告", f"云溪县林业局２０２１年度法治政府建设情况报告\n{REST}".replace("２０２１", "2021")),
    ("云溪县文化局2021年度法治政府建设情况报告", f"云溪县⽂化局2021年度法治政府建设情况报告\n{REST}"),
    (TITLE, f"云溪县林业局2021年度法治\u200b政府建设情况报告\n{REST}"),
    (TITLE, f"名称：{TITLE}\n文号：\n{REST}"),
    (None, REST),
]


@pytest.mark.parametrize(("title", "text"), TITLES)
def test_titles(title: str | None, text: str) -> None:
    assert masthead_of(text).title == title


NUMBERS = [
    ("云林〔2022〕3号", "发文字号：云林〔2022〕3号\n" + TITLE),
    ("云林〔2022〕3号", "[发文字号] 云林[2022]3号 [成文日期] 2022-01-18\n" + TITLE),
    ("云林〔2022〕3号", "文    号：云林（2022）3号\t有效性：有效\n" + TITLE),
    ("云林〔2022〕3号", "发文字号\n云林【2022】3号\n" + TITLE),
    ("云林〔2022〕3号", "云林〔2022〕3号\n" + TITLE),
    ("云林〔2022〕3号", f"{TITLE}\n\n云林［2022］3 号"),
    ("云林〔2022〕3号", f"{TITLE}\n（云林〔2022〕3号）"),
    ("云林〔2022〕3号", f"云溪县林业局文件 云林〔2022〕3号\n{TITLE}"),
    ("云林〔2022〕3号", f"云林〔2022〕3号 {TITLE}"),
    ("云林〔2022〕3号", f"云林〔2022〕3号        签发人：王某某\n{TITLE}"),
    (None, f"发文字号：\n发布日期：2022-01-20\n{TITLE}"),
    (None, f"发文字号：—\n{TITLE}"),
    (None, f"发文字号：云溪县林业局办公室\n{TITLE}"),
    (None, f"云林〔2022〕 号\n{TITLE}"),
    (None, f"{TITLE}\n根据《关于报送情况的通知》（云法办〔2021〕9号）要求，现报告如下："),
    (None, f"{TITLE}\n一、依据云法办〔2021〕9号"),
]


@pytest.mark.parametrize(("number", "head"), NUMBERS)
def test_document_numbers(number: str | None, head: str) -> None:
    assert masthead_of(f"{head}\n{REST}").document_number == number


INDEXES = [
    ("11340700003104173B/202201-00028", "索引号：11340700003104173B/202201-00028"),
    ("11340700003104173B/202201-00028", "[ 索引号 ] 11340700003104173B/202201-00028 [ 发文字号 ]"),
    ("003008036/2022-00123", "索 引 号：\t003008036/2022-00123\t组配分类：\t年度报告"),
    ("003008036/2022-00123", "索引号\n003008036/2022-00123\n发布机构\n云溪县林业局"),
    ("003008036/2022-00123", "• 索引号：\n\n  003008036/2022-00123\n• 主题分类：\n\n• 来源："),
    ("003008036/2022-00123", "索引号|003008036/2022-00123|发文日期|2022年01月18日"),
    ("003008036/2022-00123", "索引号：003008036/2022-00123公开类别：林业"),
    ("SM00113 02 2022 0003", "索引号： SM00113 02 2022 0003 "),
    (None, "索引号：\n发布机构：云溪县林业局"),
    (None, "索引号：无\n"),
    (None, "无障碍浏览"),
]


@pytest.mark.parametrize(("index", "head"), INDEXES)
def test_index_numbers(index: str | None, head: str) -> None:
    assert masthead_of(f"{head}\n{TITLE}\n{REST}").index_number == index


DATES = [
    ("2022-01-18", "2022-01-20", "成文日期：2022-01-18 发布日期：2022-01-20"),
    ("2022-01-18", "2022-01-20", "[成文日期] 2022-01-18 [发布日期] 2022-01-20"),
    ("2022-01-18", "2022-01-20", "生成日期：2022年1月18日\n公开日期：2022/01/20"),
    ("2022-01-18", "2022-01-20", "成文日期\t2022-01-18\t发布日期\t2022-01-20"),
    ("2022-01-18", "2022-01-20", "发文日期：\n\n2022年01月18日 16:40\n发布日期：\n\n2022年01月20日 16:34"),
    (None, "2022-01-20", "来源：本网 时间：2022-01-20 11:44 【字体： 】 浏览量：-"),
    (None, "2022-01-20", "发布时间：2022-01-20 09:26 来源：云溪县林业局"),
    (None, "2022-01-20", "日期：2022-01-20"),
    (None, "2022-01-20", "2022-01-20 10:15 来源：云溪县林业局 浏览次数：12"),
    (None, "2022-01-20", "更新时间：2023-02-02 发布时间：2022-01-20"),
    (None, "2022-11-20", "生效日期：2022-12-01 公开时间：2022-11-20"),
    (None, "2022-01-20", "发布日期2022-01-20"),
    (None, None, "发布日期：\n有效性：有效"),
    (None, None, "更新时间：2023-02-02"),
    (None, None, "2024年5月6日 星期一"),
    (None, None, "发布日期：2022-02-30"),
]


@pytest.mark.parametrize(("written", "published", "head"), DATES)
def test_dates_of_the_header(written: str | None, published: str | None, head: str) -> None:
    found = masthead_of(f"{head}\n{TITLE}\n{REST}")
    assert (found.written, found.published) == (written and day(written), published and day(published))


def test_fields_under_the_title() -> None:
    found = masthead_of(f"{TITLE}\n发布时间：2022-01-20 来源：县林业局\n{REST}")
    assert (found.title, found.published) == (TITLE, day("2022-01-20"))


def test_fields_under_the_report() -> None:
    found = masthead_of(f"{TITLE}\n{REST}\n索引号：K01/2022-00012\n发布日期：2022-01-20\n相关文章\n发布日期：2021-02-03")
    assert (found.index_number, found.published) == ("K01/2022-00012", day("2022-01-20"))


def test_fields_inside_the_report_are_no_fields_of_the_page() -> None:
    assert masthead_of(f"{TITLE}\n2021年，我局认真履职。\n会议时间：2021年3月2日\n{REST}").published is None


SIGNED = [
    ("2022-01-10", "云溪县林业局\n2022年1月10日"),
    ("2022-01-10", "云溪县林业局\n二〇二二年一月十日"),
    ("2022-12-31", "云溪县林业局\n二○二二年十二月三十一日"),
    ("2022-01-10", "云溪县林业局\n2 0 2 2 年 1 月 1 0 日"),
    ("2022-01-10", "云溪县林业局\n２０２２年１月１０日"),
    ("2022-01-10", "云溪县林业局 2022年01月10日"),
    (None, "云溪县林业局\n2022年 月 日"),
    (None, "云溪县林业局\n2022年1月"),
    (None, "云溪县林业局"),
]


@pytest.mark.parametrize(("signed", "foot"), SIGNED)
def test_dates_of_signature(signed: str | None, foot: str) -> None:
    assert masthead_of(f"{TITLE}\n2021年，我局认真履职。\n{foot}").signed == (signed and day(signed))


ADDRESSEES = [
    (("县人民政府",), "县人民政府："),
    (("中共云溪县委", "云溪县人民政府", "浔阳市林业局"), "中共云溪县委、云溪县人民政府、浔阳市林业局："),
    (("云溪县人民政府", "县委全面依法治县委员会办公室", "县司法局"), "云溪县人民政府：\n县委全面依法治县委员会办公室、县司法局："),
    (("市委依法治市办", "市司法局"), "市委依法治市办\n市司法局："),
    (("县委", "县政府"), "县委，县政府："),
    (("市委", "市政府"), "市委和市政府："),
    (("市住房和城乡建设局", "市人民政府"), "市住房和城乡建设局、市人民政府："),
    (("县依法行政工作领导小组办公室",), "县依法行政工作领导小组办公室："),
    (("国务院",), "国务院："),
    (("县政府",), "县政府：按照要求，现将有关情况报告如下。"),
    ((), "各位代表："),
    ((), "同志们："),
    ((), "现将我局有关情况报告如下："),
    ((), "来源：云溪县林业局"),
]


@pytest.mark.parametrize(("addressees", "line"), ADDRESSEES)
def test_addressees(addressees: tuple[str, ...], line: str) -> None:
    assert masthead_of(f"{TITLE}\n\n{line}\n{REST}").addressees == addressees


def test_a_salutation_over_the_title() -> None:
    assert masthead_of(f"县人民政府：\n{TITLE}\n{REST}").addressees == ("县人民政府",)


def test_a_salutation_without_a_title() -> None:
    assert masthead_of(f"朗读\n云林〔2022〕3号\n县人民政府：\n{REST}").addressees == ("县人民政府",)


def test_a_colon_in_the_text_is_no_salutation() -> None:
    assert masthead_of(f"{TITLE}\n一、做法\n我局认真履职。\n县人民政府：\n{REST}").addressees == ()


def test_the_issuer_comes_with_its_place() -> None:
    document = Document.of(f"{TITLE}\n{REST}".replace("云溪县", "桃江县"))
    masthead = find_masthead(document, find_body(document))
    assert masthead.issuer is not None
    assert (masthead.issuer.name, document.quote(masthead.evidence["issuer"])) == ("桃江县林业局", "桃江县林业局")


def test_an_empty_text_has_an_empty_masthead() -> None:
    assert masthead_of("") == Masthead()


WIDE = {code: code + 0xFEE0 for code in map(ord, "!\"#%&'()*+,:;<=>?@[]{|}/-.")}
VARIANTS = {"as it is": lambda text: text, "crlf": lambda text: text.replace("\n", "\r\n"), "full width": lambda text: text.translate(WIDE)}
FIELDS = {"year": "year", "doc_number": "document_number", "written": "written", "published": "published", "signed": "signed", "addressees": "addressees"}


@pytest.mark.parametrize("variant", VARIANTS)
@pytest.mark.parametrize(("records", "texts"), [("gold/records", "seeds"), ("gold/more/records", "gold/more/docs")])
def test_mastheads_of_labelled_reports(shared: Path, variant: str, records: str, texts: str) -> None:
    wrong = []
    for path in sorted((shared / records).glob("*.json")):
        metadata = json.loads(path.read_text(encoding="utf-8"))["metadata"]
        found = masthead_of(VARIANTS[variant]((shared / texts / f"{path.stem}.txt").read_bytes().decode()))
        expected = {name: metadata[field] for field, name in FIELDS.items()}
        shown = {name: _shown(getattr(found, name)) for name in expected}
        if shown != expected or found.title != (metadata["title"] and VARIANTS[variant](metadata["title"])):
            wrong.append((path.stem, shown, expected))
    assert not wrong


def _shown(value: object) -> object:
    return list(value) if isinstance(value, tuple) else value.isoformat() if isinstance(value, datetime.date) else value
