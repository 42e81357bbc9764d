"""Names of offices: what they are short for, and which department they are."""

import pytest

from extractor.masthead.departments import is_known, is_official, load_departments, official_offices, parse_department, split_office

# department, then the names that offices of it have or had
DEPARTMENTS = {
    "卫生健康": "卫生健康委员会 卫生健康局 卫健委 卫健局 卫生健康委 卫生和计划生育委员会 卫生计生委 卫计局 人口和计划生育局 卫生局",
    "市场监督管理": "市场监督管理局 市场监管局 市监局 工商行政管理局 工商局 质量技术监督局 食品药品监督管理局 食药监局 国家市场监督管理总局",
    "生态环境": "生态环境局 环境保护局 环保局 生态环境厅 生态环境局玉环分局 生态环境部",
    "自然资源": "自然资源局 自然资源和规划局 规划和自然资源局 资规局 国土资源局 国土局 规划和自然资源委员会",
    "住房和城乡建设": "住房和城乡建设局 住建局 住建委 住房城乡建设委员会 住房和城乡建设厅 房产管理局 城乡建设委员会",
    "城市管理": "城市管理局 城管局 城市管理综合行政执法局 城市管理和综合行政执法局 城市管理委员会 城管委",
    "综合行政执法": "综合行政执法局 综合执法局 综合行政执法支队",
    "人力资源和社会保障": "人力资源和社会保障局 人社局 人社厅 人力资源社会保障局",
    "发展和改革": "发展和改革委员会 发展和改革局 发改委 发改局 发展改革委 国家发展和改革委员会 粮食和物资储备局",
    "工业和信息化": "工业和信息化局 工信局 经济和信息化委员会 经信委 经信局",
    "教育": "教育局 教育委员会 教委 教育体育局 教体局 教育和体育局 教育部",
    "公安": "公安局 公安分局 公安局渝北区分局 公安厅",
    "司法": "司法局 司法厅 法制办公室 法制办 司法部",
    "应急管理": "应急管理局 应急局 安全生产监督管理局 安监局",
    "农业农村": "农业农村局 农业农村委员会 农业局 畜牧兽医局 农委",
    "文化和旅游": "文化和旅游局 文旅局 文化广电旅游体育局 文化和旅游发展委员会 文化广电新闻出版局 旅游局 文体广电和旅游局",
    "政务服务和数据管理": "行政审批服务局 审批局 政务服务和数据管理局 大数据发展管理局 数据局",
    "国有资产监督管理": "国有资产监督管理委员会 国资委",
    "乡村振兴": "乡村振兴局 扶贫开发办公室 扶贫办",
    "税务": "税务局 国家税务总局 地方税务局 国税局",
    "消防救援": "消防救援支队 消防救援大队 消防救援局",
    "人民政府": "人民政府 政府",
    "人民政府办公室": "人民政府办公室 政府办公室 政府办",
    "镇人民政府": "金店镇人民政府 金店镇政府",
    "乡人民政府": "杆洞乡人民政府 某某民族乡人民政府",
    "街道办事处": "新街口街道办事处 新街口街道办 街道办事处",
    "管理委员会": "管理委员会 管委会 经济技术开发区管理委员会 高新区管委会",
    "地震": "地震局",
    "仲裁": "仲裁委员会",
    "全面依法治市": "委全面依法治市委员会办公室",
    "海关": "海关",
    "公共资源交易中心": "公共资源交易中心",
    "交通警察": "交通警察支队",
}
NAMES = [(name, department) for department, names in DEPARTMENTS.items() for name in names.split()]


@pytest.mark.parametrize(("office", "department"), NAMES)
def test_an_office_belongs_to_its_department(office: str, department: str) -> None:
    assert parse_department(office) == department


@pytest.mark.parametrize("office", ["局", "委", "办公室", "支队"])
def test_a_bare_last_word_says_nothing(office: str) -> None:
    assert parse_department(office) is None


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("卫健委", "卫生健康委员会"),
        ("卫计委", "卫生和计划生育委员会"),
        ("卫生健康委", "卫生健康委员会"),
        ("国家发展改革委", "国家发展和改革委员会"),
        ("发展改革委", "发展和改革委员会"),
        ("市监局", "市场监督管理局"),
        ("住建局", "住房和城乡建设局"),
        ("人社厅", "人力资源和社会保障厅"),
        ("教委", "教育委员会"),
        ("国资委", "国有资产监督管理委员会"),
        ("扶贫办", "扶贫办公室"),
        ("政府办", "人民政府办公室"),
        ("镇政府", "镇人民政府"),
        ("高新区管委会", "高新区管理委员会"),
        ("新街口街道办", "新街口街道办事处"),
        ("环保局玉环分局", "环境保护局玉环分局"),
    ],
)
def test_a_short_form_is_written_out(short: str, full: str) -> None:
    assert official_offices(short)[0] == full
    assert not is_official(short)
    assert is_official(full)


@pytest.mark.parametrize("name", ["场监督管理局", "政管理局", "职工会", "育局", "民委员会"])
def test_what_is_cut_out_of_another_name_is_unknown(name: str) -> None:
    assert not is_known(name)


def test_the_last_word_is_the_one_that_leaves_a_known_core() -> None:
    assert split_office("国有资产监督管理委员会") == ("国有资产监督管理", "委员会")
    assert split_office("高新区管理委员会") == ("高新区", "管理委员会")


def test_no_core_and_no_short_form_is_of_two_departments() -> None:
    table = load_departments()
    assert all(core in table.cores for full in table.shorts.values() for core in full)
    assert all(core in table.shorts[core] for core in table.cores.keys() & table.shorts.keys())
