"""What digits can be other than an amount: the kind first, then the ways to write it. Each text has the numerals of one kind alone."""

import pytest

from extractor.document import Document
from extractor.numbers.lexer import find_numerals
from extractor.numbers.recognisers import PRECEDENCE, KnownText
from extractor.numbers.zones import find_zones
from extractor.spans import Span


def kinds(text: str) -> dict[str, str]:
    view = Document.of(text).view.text
    return {numeral.written: numeral.kind for numeral in find_numerals(view) if any(c.isdigit() and c.isascii() for c in numeral.written)}


LABELS = [
    "1.压实港口安全责任",
    "2、优化口岸服务",
    "3)强化学习",
    "(4)强化学习",
    "（5）强化学习",
    "表1各码头检查情况",
    "见附件2",
    "附表3港口收费情况",
    "图2-1组织体系",
    "如注[3]所示",
    "全文完\n— 3 —\n",
    "全文完\n-12-\n",
    "全文完\n第4页\n",
    "全文完\n第4页 共9页\n",
]

IDENTIFIERS = [
    "按照港政发〔2021〕18号文件要求",
    "按照港政发[2021]18号文件要求",
    "按照港政发（2021）18号文件要求",
    "按照港政发【2021】18号文件要求",
    "按照港政发﹝2021﹞18号文件要求",
    "国务院令第713号公布",
    "交通运输部令2019年第12号公布",
    "公告第35号",
    "依据第24条处理",
    "咨询电话：0562-2830000",
    "咨询电话 13800001111",
    "热线400-800-1234",
    "邮编：244000",
    "皖ICP备12003456号-1",
    "公网安备34070002000123号",
    "统一社会信用代码：11340700MB1234567X",
    "标准GB18218-2018",
    "索引号：000014348/2023-00017",
    "案号（2021）皖07行初15号",
    "版本V2.0.15",
    "船舶编号20211234567",
    "G318线设卡",
    "S21高速沿线",
    "X105县道改造",
    "G40沪陕高速通车",
    "网址http://example.gov.cn/a/12.html",
]

DATES = [
    "2021年完成机构改革",
    "2021年1月1日至11月30日履职情况",
    "今年1—11月履职情况",
    "2021.5.27印发",
    "开展“12.4”国家宪法日活动",
    "开展12·4宪法日活动",
    "开展“6·26”禁毒宣传",
    "2021-2025年港口规划",
    "20**年度工作情况",
    "发布时间2021-05-27 11:44",
    "11月23日组织演练",
    "2021年11月23日组织演练",
    "1-3季度履职情况",
]

ORDINALS = [
    "综合排名第2名",
    "办公区位于14号楼",
    "位居全省第3",
    "跻身第1方阵",
    "窗口设在3楼",
    "应对第9号台风",
]

DESCRIPTORS = [
    "火灾24小时扑灭率",
    "迎接新中国成立70周年",
    "推行1村1警制度",
    "落实1户1策",
    "实现1港1船1档目标",
    "举报电话12345",
    "监督电话：12328，欢迎来电",
    "为0-6岁儿童体检",
    "为0—6岁儿童体检",
    "服务65岁及以上船员",
    "服务60周岁以上船员",
    "筛查2型糖尿病",
    "组建3组6专班",
    "健全1+1+5+40体系",
    "健全“1+N”体系",
    "深化“1+3+N”机制",
    "转办12345热线来件",
    "接听110报警",
    "拨打12328反映",
    "落实24小时值班",
    "实行7×24小时在线",
    "打造“15分钟服务圈”",
    "打造15分钟服务圈",
    "推行“365天不打烊”",
    "监管3类医疗器械",
    "创建4A级景区",
    "构建5G网络",
    "落实《安全生产15条硬措施》",
    "升级H5页面",
    "推广“20字工作法”",
]

CASES = [
    (kind, text)
    for kind, texts in [("label", LABELS), ("identifier", IDENTIFIERS), ("date", DATES), ("ordinal", ORDINALS), ("descriptor", DESCRIPTORS)]
    for text in texts
]


@pytest.mark.parametrize(("kind", "text"), CASES)
def test_digits_are_of_their_kind(kind: str, text: str) -> None:
    found = kinds(text)
    assert found
    assert set(found.values()) == {kind}, found


GAPS = [
    ("descriptor", "监管1类、2类医疗器械", "the first of two classes is taken for an amount"),
    ("date", "5.1假期值守", "a day with a point needs a name that is known"),
]


@pytest.mark.parametrize(("kind", "text"), [pytest.param(kind, text, marks=pytest.mark.xfail(reason=why, strict=True)) for kind, text, why in GAPS])
def test_digits_that_are_not_of_their_kind_yet(kind: str, text: str) -> None:
    assert set(kinds(text).values()) == {kind}


# The same words with a result in them: a recogniser must not take more than its own.
AMOUNTS = [
    ("5", "受理5名60岁船员的申请"),
    ("2021", "查处案件2021件"),
    ("2021", "发放补贴2021元"),
    ("12", "修缮14号楼外墙12处"),
    ("12345", "接听12345个电话"),
    ("24", "检查3楼商户24家"),
    ("110", "接处警110起"),
    ("1210", "核发证照1210本"),
    ("12.4", "投入12.4万元"),
    ("12.4", "压缩12.4小时"),
    ("24", "组织培训24小时"),
    ("24", "值班24小时"),
    ("15", "整改15条意见"),
    ("1.5", "计1.5分"),
    ("156", "得分156分"),
    ("30", "查获第12345箱走私烟后又查获30箱"),
    ("45", "平均年龄45岁"),
]


@pytest.mark.parametrize(("amount", "text"), AMOUNTS)
def test_amounts_beside_them_stay_amounts(amount: str, text: str) -> None:
    assert [written for written, kind in kinds(text).items() if kind == "quantity"] == [amount]


def test_a_label_known_from_the_outline_is_one_whatever_it_looks_like() -> None:
    text = "6强化监管"
    known = KnownText(text, find_zones(text), {0: 1}, {})
    assert PRECEDENCE[0](known, 0) == ("label", 1)
    assert all(recognise(KnownText(text, find_zones(text), {}, {}), 0) is None for recognise in PRECEDENCE)


def test_the_first_that_knows_a_numeral_takes_it() -> None:
    text = "《规程(2021)18号》"
    answers = [recognise(KnownText(text, find_zones(text), {}, {}), text.index("2021")) for recognise in PRECEDENCE]
    first, *others = [answer[0] for answer in answers if answer]
    assert first == "identifier"
    assert others


def test_what_stands_before_a_place_never_begins_before_the_text() -> None:
    known = KnownText("甲12", find_zones("甲12"), {}, {})
    assert (known.before(1, 9), known.before(0, 3)) == ("甲", "")


@pytest.mark.parametrize(("place", "starts"), [(0, True), (3, True), (4, False), (7, True)])
def test_where_a_line_starts(place: int, starts: bool) -> None:
    text = "1、\n2、\n(3)"
    assert KnownText(text, find_zones(text), {}, {}).starts_line(place) is starts


def test_places_are_spans() -> None:
    numerals = find_numerals("第2名")
    assert [n.span for n in numerals] == [Span(1, 2)]
