"""What the tags of a page tell of the paper: less than what a person sees on it, more than nothing."""

import datetime

import pytest

from extractor.document import Document
from extractor.masthead.find import Masthead, find_masthead
from extractor.outline.body import find_body

TITLE = "安化县水利局2022年法治政府建设年度报告"
TEXT = "一年来，我局认真履职，全年立案查处案件12件，均已办结，没有发生行政诉讼案件，依法行政水平有所提高。\n一年来，我局还办理许可3件，均已办结。"
PUBLISHED = datetime.date(2023, 1, 19)


def masthead(*head: str) -> Masthead:
    document = Document.of("\n".join([*head, TEXT]))
    body = find_body(document)
    found = find_masthead(document, body)
    view = document.view.text
    assert not any(name in view[body.span.slice] for name in ("ArticleTitle", "PubDate", "ContentSource", "SiteName"))
    return found


def test_title_date_and_source_stand_in_the_tags_alone() -> None:
    found = masthead(f"ArticleTitle: {TITLE}", "PubDate: 2023-01-19 09:26", "ContentSource: 安化县水利局", "SiteName: 安化县人民政府")
    assert (found.title, found.year, found.published) == (TITLE, 2022, PUBLISHED)
    assert found.issuer is not None
    assert (found.issuer.name, found.issuer.stated) == ("安化县水利局", True)


@pytest.mark.parametrize("title", ["安化县水利局 2022年法治政府建设年度报告", "关于安化县水利局 2022年度法治政府建设情况的报告"])
def test_a_title_with_blanks_is_a_tag_whole(title: str) -> None:
    assert masthead(f"ArticleTitle: {title}").title == title.replace(" ", "")


def test_what_is_seen_wins() -> None:
    found = masthead(
        "ArticleTitle: 安化县水利局法治政府建设情况", "PubDate: 2023-05-01", "ContentSource: 益阳市水利局", TITLE, "日期：2023-01-19 来源：安化县水利局"
    )
    assert (found.title, found.published) == (TITLE, PUBLISHED)
    assert found.issuer is not None
    assert found.issuer.name == "安化县水利局"


@pytest.mark.parametrize("seen", ["日期：", "发布日期：01-19", "发布日期：无"])
def test_a_field_without_a_date_leaves_it_to_the_tag(seen: str) -> None:
    assert masthead("PubDate: 2023-01-19 09:26", seen, TITLE).published == PUBLISHED


def test_a_long_title_in_the_tags_is_a_line_of_its_own() -> None:
    title = "新疆维吾尔自治区巴音郭楞蒙古自治州焉耆回族自治县住房和城乡建设局关于2022年度法治政府建设工作情况的报告"
    assert masthead(f"ArticleTitle: {title}", title).title == title


def issuer_of(*head: str) -> tuple[str, str | None] | None:
    found = masthead(*head).issuer
    return (found.name, found.region.code if found.region else None) if found else None


@pytest.mark.parametrize("site", ["安化县人民政府", "安化县政府门户网站", "安化县"])
def test_the_site_tells_which_county_it_is(site: str) -> None:
    assert issuer_of(f"SiteName: {site}", "县水利局2022年法治政府建设年度报告") == ("安化县水利局", "430923")


def test_the_site_of_another_kind_of_place_tells_nothing() -> None:
    assert issuer_of("SiteName: 益阳市人民政府", "县水利局2022年法治政府建设年度报告") is None


@pytest.mark.parametrize("site", ["安化县水利局", "安化县水利局网站"])
def test_an_authority_publishes_on_a_site_of_its_own(site: str) -> None:
    assert issuer_of(f"SiteName: {site}", "2022年法治政府建设年度报告") == ("安化县水利局", "430923")


def test_a_site_is_asked_last() -> None:
    assert issuer_of("SiteName: 益阳市水务局", TITLE) == ("安化县水利局", "430923")
    assert issuer_of("SiteName: 某部委员会", "2022年法治政府建设年度报告") is None
