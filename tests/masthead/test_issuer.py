"""Who reports, from short reports of many departments, levels, places and years."""

import json
import os
from pathlib import Path
from typing import Any

import pytest
import regex

from extractor.document import Document
from extractor.masthead.issuer import Issuer, IssuerClues, find_issuer
from extractor.spans import Span

SHARED = Path(os.environ.get("FAZHI_SHARED", Path(__file__).parents[3] / "shared"))


def issuer_of(
    body: str,
    *,
    title: str = "",
    signature: str = "",
    publisher: str = "",
    before: str = "",
    after: str = "",
    year: int | None = 2021,
    addressees: tuple[str, ...] = (),
    index_number: str | None = None,
    number: str | None = None,
) -> Issuer | None:
    """The issuer of a page made of its parts, in the order they stand in."""
    text, spans = "", {}
    for name, part in {"publisher": publisher, "before": before, "title": title, "body": body, "signature": signature, "after": after}.items():
        if part:
            spans[name] = Span(len(text), len(text) + len(part))
            text += part + "\n"
    start = spans.get("title", spans["body"]).start
    clues = IssuerClues(
        text=text,
        body=Span(start, spans.get("signature", spans["body"]).end),
        title=title or None,
        title_span=spans.get("title"),
        year=year,
        publisher=(publisher, spans["publisher"]) if publisher else None,
        signature=(signature, spans["signature"]) if signature else None,
        addressees=addressees,
        index_number=index_number,
        document_number=number,
    )
    issuer = find_issuer(clues)
    if issuer and issuer.stated:
        assert issuer.span is not None
        assert text[issuer.span.slice] == issuer.name
    return issuer


def facts(issuer: Issuer | None) -> tuple[str, bool, str | None, str | None]:
    assert issuer is not None
    return issuer.name, issuer.stated, issuer.department, issuer.region.code if issuer.region else None


# name as signed · year · department · region code · path
SIGNED = [
    ("玉环市卫生健康局", 2020, "卫生健康", "331083", ("浙江省", "台州市", "玉环市")),
    ("玉环县卫生和计划生育局", 2015, "卫生健康", "331021", ("浙江省", "台州市", "玉环县")),
    ("重庆市渝北区市场监督管理局", 2020, "市场监督管理", "500112", ("重庆市", "渝北区")),
    ("重庆市开县环境保护局", 2014, "生态环境", "500234", ("重庆市", "开县")),
    ("上海市浦东新区生态环境局", 2022, "生态环境", "310115", ("上海市", "浦东新区")),
    ("天津市滨海新区住房和建设委员会", 2023, "住房和城乡建设", "120116", ("天津市", "滨海新区")),
    ("重庆市石柱土家族自治县林业局", 2019, "林业和草原", "500240", ("重庆市", "石柱土家族自治县")),
    ("融水苗族自治县教育局", 2021, "教育", "450225", ("广西壮族自治区", "柳州市", "融水苗族自治县")),
    ("恩施土家族苗族自治州交通运输局", 2021, "交通运输", "422800", ("湖北省", "恩施土家族苗族自治州")),
    ("恩施市公安局", 2021, "公安", "422801", ("湖北省", "恩施土家族苗族自治州", "恩施市")),
    ("仙桃市自然资源和规划局", 2020, "自然资源", "429004", ("湖北省", "仙桃市")),
    ("济源市应急管理局", 2020, "应急管理", "419001", ("河南省", "济源市")),
    ("东莞市水务局", 2022, "水利", "441900", ("广东省", "东莞市")),
    ("锡林郭勒盟审计局", 2020, "审计", "152500", ("内蒙古自治区", "锡林郭勒盟")),
    ("鄂温克族自治旗农牧和科技局", 2022, "农业农村", "150724", ("内蒙古自治区", "呼伦贝尔市", "鄂温克族自治旗")),
    ("阿拉善左旗民政局", 2022, "民政", "152921", ("内蒙古自治区", "阿拉善盟", "阿拉善左旗")),
    ("神农架林区统计局", 2022, "统计", "429021", ("湖北省", "神农架林区")),
    ("六枝特区司法局", 2022, "司法", "520203", ("贵州省", "六盘水市", "六枝特区")),
    ("大兴安岭地区行政公署", 2022, "人民政府", "232700", ("黑龙江省", "大兴安岭地区")),
    ("广西壮族自治区药品监督管理局", 2022, "药品监督管理", "450000", ("广西壮族自治区",)),
    ("浙江省人力资源和社会保障厅", 2022, "人力资源和社会保障", "330000", ("浙江省",)),
    ("北京市规划和自然资源委员会", 2022, "自然资源", "110000", ("北京市",)),
    ("邢台市桥西区城市管理综合行政执法局", 2018, "城市管理", "130503", ("河北省", "邢台市", "桥西区")),
    ("石家庄市桥西区发展和改革局", 2021, "发展和改革", "130104", ("河北省", "石家庄市", "桥西区")),
    ("福州市鼓楼区财政局", 2021, "财政", "350102", ("福建省", "福州市", "鼓楼区")),
    ("乐山市市中区医疗保障局", 2021, "医疗保障", "511102", ("四川省", "乐山市", "市中区")),
    ("晋城市城区退役军人事务局", 2021, "退役军人事务", "140502", ("山西省", "晋城市", "城区")),
    ("公安县公安局", 2021, "公安", "421022", ("湖北省", "荆州市", "公安县")),
    ("吉林市市场监督管理局", 2021, "市场监督管理", "220200", ("吉林省", "吉林市")),
    ("国家税务总局玉环市税务局", 2021, "税务", "331083", ("浙江省", "台州市", "玉环市")),
    ("国家统计局绍兴调查队", 2021, "调查", "330600", ("浙江省", "绍兴市")),
    ("中华人民共和国宁波海关", 2021, "海关", "330200", ("浙江省", "宁波市")),
    ("济南市烟草专卖局", 2021, "烟草专卖", "370100", ("山东省", "济南市")),
    ("扬州市生态环境局", 2021, "生态环境", "321000", ("江苏省", "扬州市")),
    ("台州市生态环境局玉环分局", 2021, "生态环境", "331083", ("浙江省", "台州市", "玉环市")),
    ("重庆市公安局渝北区分局", 2021, "公安", "500112", ("重庆市", "渝北区")),
    ("合肥市公安局高新技术产业开发区分局", 2021, "公安", "340100", ("安徽省", "合肥市")),
    ("合肥高新技术产业开发区管理委员会", 2021, "管理委员会", "340100", ("安徽省", "合肥市")),
    ("兰州新区管理委员会", 2021, "管理委员会", "620100", ("甘肃省", "兰州市")),
    ("重庆两江新区管理委员会", 2021, "管理委员会", "500000", ("重庆市",)),
    ("重庆市两江新区市场监督管理局", 2025, "市场监督管理", "500157", ("重庆市", "两江新区")),
    ("合肥市高新区市场监督管理局", 2021, "市场监督管理", "340100", ("安徽省", "合肥市")),
    ("东莞市长安镇人民政府", 2021, "镇人民政府", "441900", ("广东省", "东莞市")),
    ("融水苗族自治县杆洞乡人民政府", 2021, "乡人民政府", "450225", ("广西壮族自治区", "柳州市", "融水苗族自治县")),
    ("南京市玄武区新街口街道办事处", 2021, "街道办事处", "320102", ("江苏省", "南京市", "玄武区")),
    ("安化县人民政府", 2021, "人民政府", "430923", ("湖南省", "益阳市", "安化县")),
    ("安化县人民政府办公室", 2021, "人民政府办公室", "430923", ("湖南省", "益阳市", "安化县")),
    ("青岛西海岸新区市场监督管理局", 2021, "市场监督管理", "370211", ("山东省", "青岛市", "黄岛区")),
    ("苏州工业园区管理委员会", 2021, "管理委员会", "320500", ("江苏省", "苏州市")),
    ("中国(上海)自由贸易试验区管理委员会", 2021, "管理委员会", "310115", ("上海市", "浦东新区")),
    ("嘉兴市海宁生态环境分局", 2021, "生态环境", "330481", ("浙江省", "嘉兴市", "海宁市")),
    ("河北省邯郸市丛台区教育局", 2021, "教育", "130403", ("河北省", "邯郸市", "丛台区")),
    ("中共常熟市委全面依法治市委员会办公室", 2021, "全面依法治市", "320581", ("江苏省", "苏州市", "常熟市")),
    ("公主岭市水利局", 2018, "水利", "220381", ("吉林省", "四平市", "公主岭市")),
    ("公主岭市水利局", 2021, "水利", "220184", ("吉林省", "长春市", "公主岭市")),
    ("莱芜市国土资源局", 2016, "自然资源", "371200", ("山东省", "莱芜市")),
    ("常熟市地震局", 2021, "地震", "320581", ("江苏省", "苏州市", "常熟市")),
]


@pytest.mark.parametrize(("name", "year", "department", "code", "path"), SIGNED)
def test_a_full_name_is_taken_as_it_stands(name: str, year: int, department: str, code: str, path: tuple[str, ...]) -> None:
    issuer = issuer_of("一年来,依法履行职责,各项工作有序推进。", signature=name, year=year)
    assert facts(issuer) == (name, True, department, code)
    assert issuer is not None
    assert issuer.region is not None
    assert issuer.region.path == path


@pytest.mark.parametrize(("name", "year", "department", "code"), [line[:4] for line in SIGNED[::3]])
@pytest.mark.parametrize(
    "form", ["{}关于{}年度法治政府建设情况的报告", "{}{}年法治政府建设工作总结", "{}二〇二一年度依法行政工作报告", "关于{}{}年推进法治政府建设情况的报告"]
)
def test_a_title_begins_with_the_name(form: str, name: str, year: int, department: str, code: str) -> None:
    issuer = issuer_of("一年来,我单位依法履职。", title=form.format(name, year), year=year)
    assert facts(issuer) == (name, True, department, code)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("2021年度安化县民政局法治政府建设工作报告", "安化县民政局"),
        ("常熟市综合行政执法局20**年法治政府建设年度报告", "常熟市综合行政执法局"),
        ("中共安化县委全面依法治县委员会办公室2021年工作总结", "中共安化县委全面依法治县委员会办公室"),
        ("玉环市文化和广电旅游体育局(玉环市文物局)2021年法治政府建设报告", "玉环市文化和广电旅游体育局"),
    ],
)
def test_titles_of_other_shapes(title: str, name: str) -> None:
    issuer = issuer_of("现将有关情况报告如下。", title=title)
    assert facts(issuer)[:2] == (name, True)


def test_the_fullest_form_in_the_text_wins_over_the_short_one_of_the_page_header() -> None:
    issuer = issuer_of("我委认真履职。", publisher="璧山区卫生健康委", signature="重庆市璧山区卫生健康委员会")
    assert facts(issuer) == ("重庆市璧山区卫生健康委员会", True, "卫生健康", "500120")


def test_a_short_form_alone_is_written_out() -> None:
    issuer = issuer_of("我委认真履职。", publisher="璧山区卫健委")
    assert facts(issuer) == ("重庆市璧山区卫生健康委员会", False, "卫生健康", "500120")


def test_the_word_city_left_out_is_put_back() -> None:
    assert facts(issuer_of("我局认真履职。", signature="玉环卫健局")) == ("玉环市卫生健康局", False, "卫生健康", "331083")


def test_a_doubled_county_is_said_once() -> None:
    assert facts(issuer_of("我局认真履职。", signature="安化县县财政局")) == ("安化县财政局", False, "财政", "430923")


def test_a_name_of_before_2018_keeps_its_words() -> None:
    issuer = issuer_of("我委认真履职。", signature="长沙市望城区卫计委", year=2016)
    assert facts(issuer) == ("长沙市望城区卫生和计划生育委员会", False, "卫生健康", "430112")


def test_an_earlier_name_of_the_office_is_not_the_name() -> None:
    issuer = issuer_of("承接原安化县卫生和计划生育局的职责,我局继续推进。", signature="安化县卫生健康局", year=2018)
    assert facts(issuer)[:2] == ("安化县卫生健康局", True)


@pytest.mark.parametrize(
    ("signature", "name", "stated", "department"),
    [
        ("玉环市司法局、玉环市财政局", "玉环市司法局、玉环市财政局", True, "司法"),
        ("玉环市司法局玉环市财政局", "玉环市司法局玉环市财政局", True, "司法"),
        ("玉环市司法局、财政局", "玉环市司法局、财政局", True, "司法"),
        ("市司法局、市财政局", "玉环市司法局、玉环市财政局", False, "司法"),
        ("中共玉环市委玉环市人民政府", "中共玉环市委玉环市人民政府", True, "人民政府"),
    ],
)
def test_joint_issuers_keep_both_names_and_the_first_ones_region(signature: str, name: str, stated: bool, department: str) -> None:
    issuer = issuer_of("我市持续推进。", signature=signature, addressees=("台州市人民政府", "玉环市人民政府"))
    assert facts(issuer) == (name, stated, department, "331083")


def test_a_name_only_on_a_paper_of_ones_own() -> None:
    body = "2020年,我局依法履职,制定《常熟市交通运输局重大执法决定法制审核办法》,落实《苏州市交通运输局工作要点》。"
    assert facts(issuer_of(body)) == ("常熟市交通运输局", True, "交通运输", "320581")


def test_a_name_that_is_given_a_short_form() -> None:
    body = "按照《江苏省水利厅关于报送材料的通知》要求,现将常熟市水务局(以下简称市局)工作情况报告如下。"
    assert facts(issuer_of(body)) == ("常熟市水务局", True, "水利", "320581")


def test_our_town_and_whom_it_writes_to() -> None:
    body = "在县委、县政府领导下,我镇依法行政。组建柳溪镇综合执法队,柳溪镇干部参加培训。"
    issuer = issuer_of(body, title="关于2021年度法治政府建设工作情况的报告", addressees=("安化县人民政府", "县司法局"))
    assert facts(issuer) == ("安化县柳溪镇人民政府", False, "镇人民政府", "430923")


def test_our_county_in_a_title() -> None:
    issuer = issuer_of("我县全面推进依法行政。", title="安化县2021年法治政府建设年度报告")
    assert facts(issuer) == ("安化县人民政府", False, "人民政府", "430923")


def test_a_signature_of_an_office_is_surer_than_the_county_in_the_title() -> None:
    issuer = issuer_of("我县全面推进依法行政。", title="安化县2021年法治政府建设年度报告", signature="安化县司法局")
    assert facts(issuer) == ("安化县司法局", True, "司法", "430923")


def test_the_publisher_is_not_the_issuer_where_the_text_speaks_otherwise() -> None:
    body = "2021年,市林业局围绕中心工作,我局依法审批。"
    issuer = issuer_of(body, publisher="常熟市人民政府办公室", addressees=("常熟市人民政府",))
    assert facts(issuer) == ("常熟市林业局", False, "林业和草原", "320581")


def test_addressees_say_which_city() -> None:
    issuer = issuer_of("我局认真履职。", signature="市住房城乡建设局", addressees=("中共常熟市委", "常熟市人民政府", "苏州市住房和城乡建设局"))
    assert facts(issuer) == ("常熟市住房城乡建设局", False, "住房和城乡建设", "320581")


def test_the_page_around_a_report_of_another_city_says_nothing() -> None:
    around = "厦门市企业服务平台 厦门市政策 厦门市公积金 厦门市落户 厦门市补贴"
    issuer = issuer_of("2021年,我局依法履职。", before=around, after=around, title="钟祥市水利局2021年法治政府建设报告")
    assert facts(issuer) == ("钟祥市水利局", True, "水利", "420881")
    assert issuer_of("2021年,我局依法履职。", before=around, after=around, title="市水利局2021年法治政府建设报告") is None


def test_bare_stems_are_no_regions() -> None:
    assert issuer_of("我局推动资源节约,平安建设办公室开展惠民活动,新华书店参与普法。", title="2021年法治政府建设报告") is None


@pytest.mark.parametrize(
    ("signature", "context", "code"),
    [
        ("鼓楼区司法局", {"body": "在开封市委的领导下开展工作。"}, "410204"),
        ("鼓楼区司法局", {"addressees": ("徐州市司法局",)}, "320302"),
        ("鼓楼区司法局", {"index_number": "11350102003604520X/2022-00012"}, "350102"),
        ("鼓楼区司法局", {"after": "主办:南京市鼓楼区人民政府"}, "320106"),
        ("和平区教育局", {"body": "按照沈阳市部署开展工作。"}, "210102"),
        ("城区教育局", {"body": "按照汕尾市部署开展工作。"}, "441502"),
        ("新华区教育局", {"title": "平顶山市2021年法治政府建设报告"}, "410402"),
        ("鼓楼区司法局", {}, None),
    ],
)
def test_districts_of_one_name_are_told_apart_by_their_city(signature: str, context: dict[str, Any], code: str | None) -> None:
    issuer = issuer_of(**{"body": "一年来依法履职。", "signature": signature, **context})
    assert facts(issuer)[0].endswith(signature)
    assert facts(issuer)[3] == code


@pytest.mark.parametrize(
    ("name", "department"),
    [
        ("司法部", "司法"),
        ("国家市场监督管理总局", "市场监督管理"),
        ("审计署", "审计"),
        ("国家税务总局", "税务"),
        ("交通运输部", "交通运输"),
        ("中国气象局", "气象"),
    ],
)
def test_authorities_of_the_whole_country_have_no_region(name: str, department: str) -> None:
    assert facts(issuer_of("浙江省、江苏省试点推进。", title=f"{name}2021年法治政府建设年度报告")) == (name, True, department, None)


def test_a_signature_before_the_body_or_a_line_below_the_title_is_enough() -> None:
    issuer = issuer_of("安化县水利局\n(2022年1月10日)\n我局依法履职。", title="2021年度法治政府建设情况报告")
    assert facts(issuer) == ("安化县水利局", True, "水利", "430923")


def test_the_head_of_a_red_letter_paper() -> None:
    issuer = issuer_of("我局依法履职。", before="信阳市水利局文件", title="关于2021年度法治政府建设情况的报告")
    assert facts(issuer) == ("信阳市水利局", True, "水利", "411500")


def test_a_whole_system_speaks_with_the_office_in_the_text() -> None:
    body = "2022年,南岸区市场监管系统依法履职。区市场监管局办理案件。市市场监管局督导。"
    assert facts(issuer_of(body)) == ("重庆市南岸区市场监督管理局", False, "市场监督管理", "500108")


HARD = [
    # what the page has, then name, stated, department, region
    ({"body": "我镇依法行政。", "title": "内丘县金店镇2021年法治政府建设报告"}, ("内丘县金店镇人民政府", False, "镇人民政府", "130523")),
    (
        {"body": "我镇依法行政。", "title": "金店镇2021年法治政府建设报告", "publisher": "内丘县金店镇人民政府"},
        ("内丘县金店镇人民政府", True, "镇人民政府", "130523"),
    ),
    ({"body": "我镇依法履职。", "signature": "南口镇人民政府", "publisher": "昌平区南口镇"}, ("北京市昌平区南口镇人民政府", False, "镇人民政府", "110114")),
    ({"body": "我街道依法行政。", "signature": "南京市玄武区新街口街道"}, ("南京市玄武区新街口街道办事处", False, "街道办事处", "320102")),
    ({"body": "我委依法行政。", "signature": "高新区管委会", "addressees": ("安化县人民政府",)}, ("安化县高新区管理委员会", False, "管理委员会", "430923")),
    ({"body": "我委依法行政。", "signature": "湖南桃江经济开发区管理委员会"}, ("湖南桃江经济开发区管理委员会", True, "管理委员会", "430922")),
    ({"body": "我局依法行政。", "signature": "安化县财政局2022年1月3日"}, ("安化县财政局", True, "财政", "430923")),
    ({"body": "我局依法行政。", "signature": "安化县财政局(公章)"}, ("安化县财政局", True, "财政", "430923")),
    ({"body": "我局依法行政。", "title": "县财政局2021年法治政府建设报告", "publisher": "安化县财政局"}, ("安化县财政局", True, "财政", "430923")),
    (
        {"body": "2021年,我局落实《台州市财政局要点》和《玉环市法治政府建设要点》。", "title": "市财政局2021年法治政府建设报告"},
        ("玉环市财政局", False, "财政", "331083"),
    ),
    ({"body": "我厅依法行政。", "signature": "自治区司法厅", "addressees": ("广西壮族自治区人民政府",)}, ("广西壮族自治区司法厅", False, "司法", "450000")),
    ({"body": "我局依法行政。", "signature": "融水县卫健局"}, ("融水苗族自治县卫生健康局", False, "卫生健康", "450225")),
    ({"body": "我局依法行政。", "signature": "新疆生产建设兵团第一师阿拉尔市司法局"}, ("新疆生产建设兵团第一师阿拉尔市司法局", True, "司法", "659002")),
    ({"body": "我局依法行政。", "signature": "上海市公安局浦东分局"}, ("上海市公安局浦东分局", True, "公安", "310115")),
    ({"body": "在常熟市司法局的指导下,我局依法行政。2021年,常熟市财政局完善内控。"}, ("常熟市财政局", True, "财政", "320581")),
    ({"body": "2021年,常熟市司法局完善内控。"}, ("常熟市司法局", True, "司法", "320581")),
    (
        {"body": "我委依法行政。", "title": "九龙坡区教委2021年法治政府建设报告", "after": "主办单位:重庆市九龙坡区教育委员会"},
        ("重庆市九龙坡区教育委员会", True, "教育", "500107"),
    ),
    (
        {"body": "围绕淮安市淮阴区经济社会大局,我局履职。", "title": "淮阴区医保局2021年法治政府建设报告"},
        ("淮安市淮阴区医疗保障局", False, "医疗保障", "320804"),
    ),
    ({"body": "我局依法行政。", "signature": "虚构县财政局"}, ("虚构县财政局", True, "虚构县财政", None)),
    (
        {"body": "我市依法行政。", "title": "常州市2021年度法治政府建设情况报告", "addressees": ("江苏省人民政府",)},
        ("常州市人民政府", False, "人民政府", "320400"),
    ),
    ({"body": "2021年,安化县坚持依法行政,我县成绩显著。", "addressees": ("益阳市人民政府",)}, ("安化县人民政府", False, "人民政府", "430923")),
    (
        {"body": "我局依法履职。", "title": "关于2021年法治政府建设情况的报告", "number": "淮阴医保〔2022〕4号", "addressees": ("淮阴区人民政府",)},
        ("淮阴区医疗保障局", False, "医疗保障", "320804"),
    ),
    (
        {"body": "县委、县政府:2021年,县林业局在安化县委领导下依法履职。", "title": "关于2021年法治政府建设情况的报告"},
        ("安化县林业局", False, "林业和草原", "430923"),
    ),
]


@pytest.mark.parametrize(("page", "expected"), HARD)
def test_hard_pages(page: dict[str, Any], expected: tuple[str, bool, str, str | None] | None) -> None:
    issuer = issuer_of(**page)
    assert (facts(issuer) if issuer else None) == expected


def test_nothing_is_made_up() -> None:
    assert issuer_of("认真学习,扎实推进。") is None


RECORDS = sorted([*SHARED.glob("gold/records/*.json"), *SHARED.glob("gold/more/records/*.json")])


@pytest.mark.skipif(not RECORDS, reason="no labelled reports beside the project")
@pytest.mark.parametrize("record", RECORDS, ids=lambda path: path.stem)
def test_labelled_reports(record: Path) -> None:
    labels = json.loads(record.read_text(encoding="utf-8"))
    folder = SHARED / ("gold/more/docs" if "more" in record.parts else "seeds")
    metadata = labels.get("metadata", labels)
    issuer = find_issuer(_clues_of((folder / f"{record.stem}.txt").read_text(encoding="utf-8"), labels["body"], metadata))
    assert facts(issuer)[:2] + facts(issuer)[3:] == (metadata["issuer"], metadata["issuer_stated"], metadata["region_code"])


def _clues_of(text: str, body: dict[str, int], metadata: dict[str, Any]) -> IssuerClues:
    view = Document.of(text).view
    span = Span(view.place(body["start"]), view.place(body["end"]))
    publisher = regex.search(r"(?:发布机构|公开责任单位) *[\]:] *(?P<name>[^\n\[\t ]+)", view.text, endpos=span.start)
    lines = [Span(*match.span()) for match in regex.finditer(r"[^\n]+", view.text[: span.end], pos=span.start)]
    title = metadata["title"]
    at = view.text.find(title or "", span.start)
    return IssuerClues(
        text=view.text,
        body=span,
        title=title,
        title_span=Span(at, at + len(title)) if title and at >= 0 else None,
        year=metadata["year"],
        publisher=(publisher["name"], Span(*publisher.span("name"))) if publisher else None,
        signature=(view.text[lines[-2].slice], lines[-2]) if metadata["signed"] and len(lines) > 1 else None,
        addressees=tuple(metadata["addressees"]),
        index_number=metadata["index_number"],
    )
