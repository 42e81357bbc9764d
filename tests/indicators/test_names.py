"""Names of figures: the expected names first, in the order of the figures, then the sentence that tells them."""

import subprocess
import sys

import pytest

from extractor.document import Document
from extractor.indicators.names import change_name, denied_name
from extractor.indicators.names_behind import phrase_behind
from extractor.indicators.names_cells import cell_name
from extractor.indicators.noun_phrases import phrase_before
from extractor.pipeline import read
from tests.samples import specimens

HEAD = "云溪县林业局2021年度法治政府建设情况报告\n我局认真履职。\n"

NAMES = [
    # a verb and its object, what says nothing left out
    ("受理物业投诉件数", "截至11月底,全市共受理物业投诉128件。"),
    ("办理行政许可事项件数", "今年以来,我局先后办理行政许可事项316件。"),
    ("法律顾问审查合同份数", "法律顾问审查各类合同23份。"),
    ("出动执法人员人次", "全年累计出动执法人员1260余人次。"),
    ("法治培训期数", "举办法治培训6期。"),
    ("专题法治讲座场数", "组织开展专题法治讲座14场。"),
    ("受理投诉举报件数", "通过12345热线、局长信箱和来信来访共受理投诉举报77件。"),
    ("制发执法文书份数", "2021年3月至10月,制发执法文书45份。"),
    ("检查企业家次", "围绕春耕备耕,积极开展排查,检查企业240家次。"),
    ("核发采伐许可证件数", "(三)核发采伐许可证88件。"),
    # words are not cut in two
    ("家庭医生签约人数", "家庭医生签约约3.4万人。"),
    ("近视筛查人数", "全县共完成近视筛查5200人。"),
    ("从业人员培训人数", "全年从业人员培训310人。"),
    ("按期整改隐患处数", "按期整改隐患45处。"),
    ("对口帮扶村数", "对口帮扶村6个。"),
    ("辖区公共场所数", "辖区公共场所320家。"),
    # numbers, sums and rates by their units
    ("行政执法人员数", "全局现有行政执法人员42人。"),
    ("参保人数", "参保5.2万人。"),
    ("罚款金额", "全年罚款12.6万元。"),
    ("没收违法所得金额", "没收违法所得3.1万元。"),
    ("补偿资金", "落实补偿资金260万元。"),
    ("拆除违法建设面积", "拆除违法建设4200平方米。"),
    ("承诺时限压缩比例", "承诺时限压缩65%。"),
    ("执法全过程记录率", "执法全过程记录率达到100%。"),
    ("重大执法决定法制审核率", "重大执法决定法制审核100%。"),
    ("医疗机构不良行为记分数 | 医疗机构不良行为记分分值", "医疗机构不良行为记分12家36分。"),
    ("接待来访群众批数 | 接待来访群众人次", "接待来访群众31批58人次。"),
    # the noun stands behind
    ("参加执法资格考试行政执法人员数", "组织36名行政执法人员参加执法资格考试。"),
    ("进驻大厅公共服务事项数", "46项公共服务事项全部进驻大厅。"),
    ("背街小巷设置便民摊位数", "在背街小巷设置120个便民摊位。"),
    ("轻微违法行为不予处罚数", "对19起轻微违法行为不予处罚。"),
    ("法律顾问合法性审查合同份数", "法律顾问对13份合同进行了合法性审查。"),
    ("县级站所数 | 县级站所平均人数", "一是基层力量薄弱,12个县级站所平均只有3人。"),
    # rates of what was told before
    ("受理群众投诉件数 | 群众投诉办结率 | 群众投诉满意率", "受理群众投诉86件,办结率100%,满意率98%。"),
    ("抽检食品批次 | 食品合格率", "抽检食品560批次,合格率97.6%。"),
    ("基本医疗保险参保人数 | 基本医疗保险参保率", "基本医疗保险参保32.5万人,参保率98.1%。"),
    ("调解纠纷件数 | 纠纷调解成功件数 | 纠纷调解成功率", "调解纠纷84件,调解成功80件,成功率95.2%。"),
    ("全程网办事项数 | 全程网办事项占比", "全程网办事项64项,占42%。"),
    ("承办议案建议件数 | 议案建议按期办复率、满意率", "承办议案建议64件,按期办复率、满意率均为99%。"),
    ("审查合同份数 | 合同标的总额", "审查合同28份,标的总额3.6亿元。"),
    # outcomes
    ("受理行政许可申请件数 | 办结行政许可申请件数", "受理行政许可申请417件,办结409件。"),
    ("行政复议案件数 | 行政复议维持件数 | 行政复议撤销件数", "行政复议案件7件,维持5件,撤销2件。"),
    ("清理规范性文件数 | 废止规范性文件数 | 修改规范性文件数", "清理规范性文件36件,废止5件、修改3件。"),
    ("行政执法人员数 | 持证行政执法人员数", "全局行政执法人员26名,其中持证22名。"),
    ("行政诉讼案件数 | 行政诉讼败诉件数", "行政诉讼案件15件,败诉1件。"),
    # items of a breakdown
    ("信访件数 | 政策咨询类信访件数 | 行业作风类信访件数", "信访52件,其中政策咨询类35件、行业作风类17件。"),
    ("立案数 | 市场秩序立案数 | 工程质量立案数", "立案96起,其中市场秩序61起、工程质量35起。"),
    ("检查单位家次 | 加油站检查家次 | 高层建筑检查家次", "检查单位820家次,其中加油站210家次、高层建筑610家次。"),
    ("核发排污许可证张数 | 首次申领排污许可证张数 | 延续排污许可证张数", "核发排污许可证173张,其中首次申领98张、延续75张。"),
    ("登记社会组织数 | 登记社会团体数", "登记社会组织386家,其中社会团体151家。"),
    # lists under one verb
    ("购置执法记录仪数 | 购置无人机数", "购置执法记录仪46台、无人机9架。"),
    ("承办人大建议件数 | 承办政协提案件数", "承办人大建议12件、政协提案15件。"),
    ("县级表彰的优秀集体数 | 县级表彰的先进个人数", "县级表彰的优秀集体3个,先进个人8人。"),
    ("巡查医疗机构间次 | 学校巡查间次", "巡查医疗机构84间次、学校32间次。"),
    # means, restatements, parts, campaigns, single cases
    ("集中轮训期数 | 集中轮训人均学时", "举办集中轮训9期,人均45学时。"),
    ("安装报警器数 | 户均安装报警器数", "安装报警器12000只,户均3.2只。"),
    ("案卷优秀率 | 案卷优秀率", "案卷优秀率由2020年的88%提高到93%。"),
    ("一般程序处罚件数 | 一般程序处罚罚款金额", "一般程序处罚68件、罚款143万元。"),
    ("专项检查数 | 专项检查查处案件数", "开展专项检查6个,查处案件7件。"),
    ("城东诊所超范围执业案罚款金额", "城东一家诊所超范围执业,被罚款3000元。"),
    # rises and falls
    ("受理信访件数 | 受理信访件数同比变化", "受理信访42件,同比下降12%。"),
    ("罚款金额 | 罚款总额较上年变化", "罚款18万元,罚款总额比上年下降9%。"),
    ("辖区企业数 | 辖区企业数较年初变化", "辖区企业320家,较年初增加12家。"),
    # plans
    ("计划新建消防站数", "2022年,计划新建消防站3座。"),
    ("执法人员人均培训学时", "2022年,执法人员人均培训不少于60学时。"),
]


def names(sentence: str) -> list[str]:
    return [reading.name for reading in read(Document.of(HEAD + sentence)).findings.readings]


@pytest.mark.parametrize(("expected", "sentence"), NAMES)
def test_names(expected: str, sentence: str) -> None:
    assert " | ".join(names(sentence)) == expected


CHANGES = [
    # expected, what stands before the change, the words that tell it, the name of the figure it may be of
    ("案件总数同比变化", "案件总数则", "案件总数则同比下降", "立案数"),
    ("立案数较上年变化", "", "比上年减少", "立案数"),
    ("参保率较年初变化", "", "较年初提高", "参保率"),
    ("立案数变化", "", "增长", "立案数"),
    ("立案数较上年变化", "案件数和罚款额", "案件数和罚款额分别比上年下降", "立案数"),
]


@pytest.mark.parametrize(("expected", "subject", "words", "base"), CHANGES)
def test_names_of_changes(expected: str, subject: str, words: str, base: str) -> None:
    assert change_name(subject, words, base) == expected


DENIED = [
    ("行政复议案件数", "没有发生行政复议案件"),
    ("行政诉讼案件数", "行政诉讼案件亦为零"),
    ("依申请公开政府信息件数", "未收到依申请公开政府信息件"),
    ("败诉案件数", "无一起败诉案件"),
]


@pytest.mark.parametrize(("expected", "words"), DENIED)
def test_names_of_what_there_was_none_of(expected: str, words: str) -> None:
    assert denied_name(words) == expected


CELLS = [
    ("公共场所立案件数", "公共场所", "立案(件)", "件", False),
    ("公共场所监督户次", "公共场所", "监督户次", "户次", False),
    ("监督户次合计", "", "监督户次", "户次", True),
    ("农药抽检合格率", "农药", "抽检合格率(%)", "%", False),
    ("农药抽检批次", "农药", "抽检数(批次)", "批次", False),
]


@pytest.mark.parametrize(("expected", "row", "column", "unit", "is_total"), CELLS)
def test_names_of_cells(expected: str, row: str, column: str, unit: str, is_total: bool) -> None:
    assert cell_name(row, column, unit, is_total=is_total) == expected


STUMPS = {"", "件", "件数", "其中", "达", "共", "数", "率", "人数", "金额", "同比变化", "变化", "占比", "比例"}


def test_no_name_is_a_stump() -> None:
    for path in specimens():
        readings = read(Document.of(path.read_text(encoding="utf-8"))).findings.readings
        assert not STUMPS & {reading.name for reading in readings}, path.name


@pytest.mark.parametrize("word", ["立案查处", "监督检查", "按时", "投入支出", "全年", "一、", "(1)", "提高到", "和"])
def test_a_phrase_is_short_however_long_its_sentence(word: str) -> None:
    words = word * 20_000
    assert len(phrase_before(words + "率达")) <= 120
    assert len(phrase_behind(words).noun) <= 40


def test_the_dictionary_is_loaded_only_for_names() -> None:
    script = "import sys, extractor.indicators.names, extractor.numbers.lexer as lexer; lexer.find_numerals('受理3件'); assert 'jieba' not in sys.modules"
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0
