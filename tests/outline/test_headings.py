"""The heading tree: the outline that is expected first, a line a heading, then the text it stands in."""

import pytest
from hypothesis import given

from extractor.document import Document
from extractor.outline.headings import Heading, Outline, find_headings
from extractor.spans import Span
from tests.mutations import mutated


def headings(source: str) -> tuple[Document, tuple[Heading, ...]]:
    document = Document.of(source)
    view = document.view
    return document, find_headings(view.text, Span(0, len(view.text)), view.starts)


def outline(source: str) -> list[str]:
    document, found = headings(source)
    text = document.view.text
    return [f"{heading.level} {text[heading.label.slice]}|{text[heading.title.slice]}" for heading in found]


PLAIN = {
    "levels by convention": (
        ["1 一、|主要做法", "2 (一)|抓审批", "3 1.|减材料", "4 (1)|并表单", "4 (2)|并环节", "3 2.|压时限", "2 (二)|抓执法", "1 二、|存在问题"],
        "一、主要做法\n（一）抓审批\n1.减材料\n（1）并表单。合并12张。\n（2）并环节。合并3个。\n2.压时限\n压到5天。\n（二）抓执法\n办案9件。\n二、存在问题\n人手少。",
    ),
    "chapters contain all": (
        ["1 第一部分|年度工作回顾", "2 一、|行政许可", "2 二、|行政处罚", "1 第二部分|明年打算", "2 一、|强化培训"],
        "第一部分 年度工作回顾\n一、行政许可\n办结30件。\n二、行政处罚\n罚款2万元。\n第二部分 明年打算\n一、强化培训\n办班4期。",
    ),
    "a chapter and its sections": (
        ["1 第一章|总体情况", "2 第一节|机构", "2 第二节|人员", "1 第二章|执法情况"],
        "第一章 总体情况\n第一节 机构\n内设6个科。\n第二节 人员\n在编31人。\n第二章 执法情况\n办案5件。",
    ),
    "Arabic at the top": (
        ["1 1.|加强领导", "1 2.|规范执法", "2 (1)|亮证", "2 (2)|记录", "1 3.|普法宣传"],
        "1.加强领导\n开会3次。\n2.规范执法\n（1）亮证。持证8人。\n（2）记录。配仪器2台。\n3.普法宣传\n讲课6场。",
    ),
    "1、 straight under 一、": (
        ["1 一、|依法监管", "2 1、|巡河", "2 2、|查船", "1 二、|依法服务", "2 1、|办证", "2 2、|年审"],
        "一、依法监管\n1、巡河。巡查40次。\n2、查船。查船7艘。\n二、依法服务\n1、办证。发证55本。\n2、年审。审验60本。",
    ),
    "(1) straight under 一、": (
        ["1 一、|林长制", "2 (1)|巡林", "2 (2)|护林"],
        "一、林长制\n(1)巡林。巡山9次。\n(2)护林。护林员20名。",
    ),
    "circled numbers below": (
        ["1 一、|监测预警", "2 (一)|站网", "3 ①|雨量站", "3 ②|水位站"],
        "一、监测预警\n(一)站网\n①雨量站。建成12处。\n②水位站。建成5处。",
    ),
    "numbers in one character": (
        ["1 一、|粮食安全", "2 ㈠|收购", "3 ⒈|早稻", "4 ⑴|质检", "2 ㈡|储备"],
        "一、粮食安全\n㈠收购\n⒈早稻\n⑴质检。抽样30份。\n㈡储备\n轮换2次。",
    ),
    "full-width digits and marks": (
        ["1 一、|人防建设", "2 1.|结建审批", "2 2.|警报试鸣"],
        "一、人防建设\n１．结建审批。审批８项。\n２．警报试鸣。试鸣２次。",
    ),
    "spaces inside labels": (
        ["1 一、|统计执法", "2 (一)|入户检查", "2 (二)|数据核查"],
        "一 、统计执法\n（ 一 ）入户检查\n检查18户。\n（ 二 ）数据核查\n核查40家。",
    ),
    "square and lenticular brackets": (
        ["1 一、|气象服务", "2 【一】|预报", "2 【二】|预警"],
        "一、气象服务\n【一】预报\n发布365期。\n【二】预警\n发布41条。",
    ),
    "marks in front of a heading": (
        ["1 一、|退役军人事务", "2 (一)|优抚", "1 二、|存在不足"],
        "●一、退役军人事务\n★（一）优抚。发放80人。\n●二、存在不足\n经费少。",
    ),
    "Markdown": (["1 一、|侨务工作", "1 二、|存在问题"], "## 一、侨务工作\n走访12户。\n## 二、存在问题\n**一支队伍**人少。"),
    "a half bracket": (["1 一、|档案执法", "2 一)|检查", "2 二)|整改"], "一、档案执法\n一）检查。查档8家。\n二）整改。整改3家。"),
    "bracket and comma": (["1 一、|文旅执法", "2 (一)、|网吧", "2 (二)、|歌厅"], "一、文旅执法\n(一)、网吧。查12家。\n(二)、歌厅。查6家。"),
    "dot for a comma": (["1 一.|供销改革", "1 二.|存在问题"], "一.供销改革\n入社30家。\n二.存在问题\n底子薄。"),
    "the title on the next line": (["1 一、|主要工作", "1 二、|存在问题"], "一、\n主要工作\n办件9件。\n二、\n存在问题\n经费少。"),
    "a colon behind the title": (["1 一、|主要工作", "1 二、|下一步打算"], "一、主要工作：\n办件9件。\n二、下一步打算：\n增人手。"),
    "numbers beyond ten": (
        [f"1 {n}、|第{n}项工作" for n in ("一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二")],
        "\n".join(f"{n}、第{n}项工作\n办结。" for n in ("一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二")),
    ),
    "a text that begins late": (["1 五、|存在的不足", "2 (三)|经费", "1 六、|明年工作"], "五、存在的不足\n(三)经费\n缺8万元。\n六、明年工作\n加人。"),
    "no headings": ([], "2021年，我镇办理案件3件。\n今年普法2次。"),
    "nothing": ([], ""),
}

RUN_ON = {
    "Arabic runs on across (一) (二)": (
        ["1 一、|履职情况", "2 (一)|审批", "3 1.|立项", "3 2.|验收", "2 (二)|执法", "3 3.|巡查", "3 4.|办案"],
        "一、履职情况\n（一）审批\n1.立项。12项。\n2.验收。9项。\n（二）执法\n3.巡查。30次。\n4.办案。6件。",
    ),
    "(一) runs on across 一、": (
        ["1 一、|做法", "2 (一)|甲事", "2 (二)|乙事", "1 二、|成效", "2 (三)|丙事", "2 (四)|丁事"],
        "一、做法\n(一)甲事。\n(二)乙事。\n二、成效\n(三)丙事。\n(四)丁事。",
    ),
    "(一) below 1. where the text says so": (
        ["1 1.|海事监管", "2 (一)|船舶", "2 (二)|船员", "1 2.|海事服务", "2 (一)|签证", "2 (二)|引航", "1 3.|海事普法"],
        "1.海事监管\n(一)船舶。查80艘。\n(二)船员。查90人。\n2.海事服务\n(一)签证。办300件。\n(二)引航。引40次。\n3.海事普法\n讲课5场。",
    ),
    "1) below (1)": (
        ["1 一、|盐业", "2 (1)|巡查", "3 1)|门店", "3 2)|仓库", "2 (2)|办案"],
        "一、盐业\n(1)巡查\n1)门店。9家。\n2)仓库。4座。\n(2)办案。2件。",
    ),
    "一、 begins anew in a second part": (
        ["1 一、|全年工作", "1 二、|存在不足", "1 一、|强化学习", "1 二、|强化执法"],
        "一、全年工作\n办件8件。\n二、存在不足\n人少。\n2023年工作计划如下：\n一、强化学习\n学法4次。\n二、强化执法\n办案6件。",
    ),
}

MISPRINTED = {
    "2) among (1) and (3)": (
        ["1 一、|渔政", "2 (1)|禁渔", "2 2)|巡江", "2 (3)|放流"],
        "一、渔政\n(1)禁渔。设卡3处。\n2)巡江。巡航20次。\n(3)放流。放流鱼苗5万尾。",
    ),
    "a dot among brackets": (
        ["1 一、|园林", "2 (1)|绿地", "2 2.|古树", "2 (3)|苗圃"],
        "一、园林\n(1)绿地。新建2块。\n2.古树。挂牌15株。\n(3)苗圃。清查4处。",
    ),
    "a label without its mark": (
        ["1 一、|地震应急", "2 1)|预案", "2 2)|演练", "2 3|抓好物资储备", "2 4)|值守"],
        "一、地震应急\n1)预案。修订1部。\n2)演练。演练3次。\n3抓好物资储备。储备帐篷80顶。\n4)值守。值班2人。",
    ),
    "a bare number goes with the inner list": (
        ["1 一、|粮食", "2 1.|收购", "2 2.|执法", "3 (1)|检查", "3 (2)|处罚", "3 3|强化抽检", "2 3.|储备"],
        "一、粮食\n1.收购\n收粮。\n2.执法\n(1)检查。查6家。\n(2)处罚。罚1家。\n3强化抽检。抽样20份。\n3.储备\n轮换1次。",
    ),
    "all marks lost": (
        ["1 一、|残联工作", "2 1|加强组织领导", "2 2|完善康复服务", "2 3|保障就业培训"],
        "一、残联工作\n1加强组织领导\n开会。\n2完善康复服务\n服务60人。\n3保障就业培训\n培训20人。",
    ),
    "a number doubled": (
        ["1 一、|能源监管", "2 (一)|电力", "2 (二)|油气", "2 (二)|煤炭", "2 (四)|新能源", "1 二、|打算"],
        "一、能源监管\n(一)电力。4家。\n(二)油气。5家。\n(二)煤炭。6家。\n(四)新能源。7家。\n二、打算\n加油。",
    ),
    "a number skipped": (
        ["1 一、|信访", "1 三、|应诉", "2 (一)|一审", "2 (三)|二审"],
        "一、信访\n接访8批。\n三、应诉\n(一)一审。3件。\n(三)二审。1件。",
    ),
    "三、 for (三)": (
        ["1 一、|体育", "2 (一)|场馆", "2 (二)|赛事", "2 三、|彩票", "2 (四)|培训", "1 二、|不足"],
        "一、体育\n(一)场馆。3座。\n(二)赛事。5场。\n三、彩票\n查6家。\n(四)培训。2期。\n二、不足\n人少。",
    ),
    "(二) for 二、": (
        ["1 一、|做法", "2 (一)|甲事", "2 (二)|乙事", "2 (三)|丙事", "1 (二)|存在问题", "1 三、|打算"],
        "一、做法\n(一)甲事。\n(二)乙事。\n(三)丙事。\n(二)存在问题\n人少。\n三、打算\n加人。",
    ),
    "一、 lost above (一)": (
        ["2 (一)|备案", "2 (二)|清理", "1 二、|存在问题"],
        "全年工作如下：\n(一)备案。备案3件。\n(二)清理。清理9件。\n二、存在问题\n进度慢。",
    ),
}

IN_PARAGRAPHS = {
    "the first sentence": (["1 一、|医保监管", "2 (一)|查处骗保"], "一、医保监管\n(一)查处骗保。追回12万元。罚3万元。"),
    "a semicolon": (["1 (一)|查处骗保"], "(一)查处骗保；追回12万元。"),
    "a full stop in Latin script": (["1 (一)|查处骗保"], "(一)查处骗保．追回12万元。"),
    "a line of its own keeps its commas": (["1 (一)|建机制,强队伍,压实责任"], "(一)建机制,强队伍,压实责任。\n开会4次。"),
    "a stop in quotes is none": (["1 (一)|推行“您点我检。放心消费”行动"], "(一)推行“您点我检。放心消费”行动。抽检60批次。"),
    "a stop in brackets is none": (["1 (一)|推进两法衔接(行刑。行纪)"], "(一)推进两法衔接(行刑。行纪)。移送3件。"),
    "a year in the title": (["1 一、|2022年工作情况", "1 二、|2023年工作安排"], "一、2022年工作情况\n办件6件。\n二、2023年工作安排\n办件8件。"),
    "a year behind a dot": (
        ["1 一、|回顾", "2 1.|2022年任务落实情况", "2 2.|2023年任务谋划情况"],
        "一、回顾\n1.2022年任务落实情况\n完成。\n2.2023年任务谋划情况\n起草。",
    ),
    "a hotline behind a dot": (["1 一、|诉求", "2 1.|12345热线办理", "2 2.|信访办理"], "一、诉求\n1.12345热线办理\n办800件。\n2.信访办理\n办6件。"),
    "no mark before a year": (["1 1.|抓好森林防灭火工作"], "1.抓好森林防灭火工作2021年以来，全县巡护1200人次。"),
    "no mark before the text": (["1 (一)|乡村养老扩面提质"], "(一)乡村养老扩面提质全县现有敬老院9家，床位800张，其中当年新建2家。全年服务3万人次。"),
    "no mark before 坚持": (
        ["1 (一)|推动联防联控有力有效"],
        "(一)推动联防联控有力有效坚持“日碰头、周会商”，全年召开调度会42次，发出提示函17份。整改问题90个。",
    ),
    "a space for a mark": (["1 (一)|筑牢防汛安全底板"], "(一)筑牢防汛安全底板 县防指办牵头开展拉网式排查，共排查水库31座、山塘260口。整改隐患14处。"),
    "a space inside a title": (["1 (一)|深化改革优化服务"], "(一)深化改革 优化服务\n办件9件。"),
    "我局 inside a title": (["1 (一)|切实加强我局法治建设,提高依法办事能力"], "(一)切实加强我局法治建设，提高依法办事能力。开会4次。"),
    "a colon before the text": (["1 (一)|行政许可"], "(一)行政许可：全年受理各类申请320件，办结318件，不予许可2件，按时办结率100%。群众满意。"),
    "a colon inside a heading": (["1 一、|窗口服务:把方便留给群众"], "一、窗口服务：把方便留给群众\n办件9件。"),
    "a run behind the title": (["1 一、|主要问题"], "一、主要问题一是人手不足。二是经费不足。"),
    "a part and its text": (["1 一、|工作情况", "1 二、|存在的问题"], "一、工作情况\n办件6件。\n二、存在的问题少数站所执法文书制作不规范，说理不充分。"),
}

ON_ONE_LINE = {
    "all on one line": (
        ["1 一、|工作开展情况", "2 (一)|抓审批", "2 (二)|抓监管", "1 二、|存在问题", "1 三、|下一步打算"],
        "2020年，我局履职尽责。现报告如下：一、工作开展情况（一）抓审批。办件30件。（二）抓监管。检查60次。二、存在问题。人手少。三、下一步打算。加强培训。",
    ),
    "with spaces for line ends": (
        ["1 一、|履行职能", "2 (一)|交通", "3 1.|客运", "3 2.|货运", "2 (二)|邮政", "1 二、|不足"],
        "现报告如下： 一、履行职能 （一）交通 1.客运。查车90辆。 2.货运。查车60辆。 （二）邮政。查网点12处。 二、不足。人少。",
    ),
    "a doubled number in a line": (
        ["1 一、|情况", "2 (一)|甲事", "2 (二)|乙事", "2 (二)|丙事", "2 (四)|丁事", "1 二、|打算"],
        "如下：一、情况(一)甲事。办3件。(二)乙事。办4件。(二)丙事。办5件。(四)丁事。办6件。二、打算。加油。",
    ),
    "one break lost": (
        ["1 一、|做法", "2 (一)|甲事", "2 (二)|乙事", "2 (三)|丙事"],
        "一、做法\n(一)甲事。办3件。(二)乙事。办4件。\n(三)丙事。办5件。",
    ),
}

RUNS = {
    "paragraph to paragraph": (
        ["1 一、|强基础", "2 一是|压实责任", "2 二是|建强队伍", "2 三是|完善机制"],
        "一、强基础\n一是压实责任。开会3次。\n二是建强队伍。招录5人。\n三是完善机制。出台2件。",
    ),
    "inside one paragraph": (["1 一、|强基础"], "一、强基础\n一是压实责任。二是建强队伍。三是完善机制。"),
    "a paragraph that holds the whole run, then another": (
        ["1 一、|做法", "2 (一)|甲", "2 (二)|乙"],
        "一、做法\n(一)甲\n一是办件。二是办案。\n(二)乙\n一是学习。二是培训。",
    ),
    "an inner run within an outer one": (
        ["1 一、|做法", "2 一是|抓学习", "2 二是|抓培训"],
        "一、做法\n一是抓学习。学4次；二是写心得。\n二是抓培训。办2期。",
    ),
    "一是 alone": (["1 一、|做法"], "一、做法\n一是抓学习。学4次。\n其他工作照常。"),
    "below (一)": (
        ["1 一、|做法", "2 (一)|甲", "3 一是|抓早", "3 二是|抓小", "2 (二)|乙"],
        "一、做法\n(一)甲\n一是抓早。查3次。\n二是抓小。改5处。\n(二)乙\n办6件。",
    ),
    "(1) below 一是": (
        ["1 一、|做法", "2 一是|抓水", "3 (1)|河", "3 (2)|湖", "2 二是|抓气"],
        "一、做法\n一是抓水\n(1)河。3条。\n(2)湖。2个。\n二是抓气\n降5%。",
    ),
    "no run across 二、": (["1 一、|做法", "1 二、|问题"], "一、做法\n一是抓水。\n二、问题\n二是人少。"),
    "a run and again its second": (
        ["1 一、|做法", "2 一是|甲", "2 二是|乙", "2 三是|丙", "2 二是|丁", "1 二、|打算"],
        "一、做法\n一是甲。\n二是乙。\n三是丙。\n二是丁。\n二、打算\n加油。",
    ),
    "一要 二要": (["1 一、|打算", "2 一要|抓学习", "2 二要|抓培训"], "一、打算\n一要抓学习。学6次。\n二要抓培训。办3期。"),
    "首先 其次 最后": (
        ["1 一、|做法", "2 首先|抓学习", "2 其次|抓培训", "2 最后|抓考核"],
        "一、做法\n首先，抓学习。学6次。\n其次，抓培训。办3期。\n最后，抓考核。考2次。",
    ),
    "第一, 第二,": (["1 一、|问题", "2 第一,|人少", "2 第二,|钱少"], "一、问题\n第一，人少。缺5人。\n第二，钱少。缺8万元。"),
    "第一 in a word": (["1 一、|做法"], "一、做法\n第一责任人职责落实。\n第二产业平稳。"),
}

NOT_HEADINGS = {
    "decimals": (["1 一、|收支"], "一、收支\n1.2万元用于培训。\n2.5万元用于宣传。"),
    "dates like decimals": (["1 一、|普法"], "一、普法\n1.15日举办讲座。\n12.4宪法日开展活动。"),
    "years": (["1 一、|普法"], "一、普法\n2022年举办讲座3场。\n2021年举办2场。"),
    "amounts at a line start": (["1 一、|队伍"], "一、队伍\n1名局长分管。\n2名干部承办。\n3项制度落地。"),
    "months and days": (["1 一、|队伍"], "一、队伍\n1月召开会议。\n2月印发方案。\n6月底前完成。"),
    "a span of months": (["1 一、|办件"], "一、办件\n1—11月受理30件。\n12月受理4件。"),
    "三、四季度": (["1 一、|收入", "1 二、|支出"], "一、收入\n全年平稳。\n二、支出\n三、四季度累计支出30万元。"),
    "一、二审": (["1 一、|应诉"], "一、应诉\n一、二审案件共5件。"),
    "七、八月份": (["1 一、|防汛"], "一、防汛\n七、八月份降雨偏多。"),
    "一、二、三产业": (["1 一、|统计"], "一、统计\n一、二、三产业比重合理。"),
    "a holiday": (["1 一、|检查"], "一、检查\n十一、中秋期间检查20家。"),
    "an item of a law": (["1 一、|处罚"], "一、处罚\n依照第五条第(一)项处罚3起。依照第六条第(二)项处罚1起。"),
    "an item of a law in a title": (["1 一、|落实条例第九条第(一)项规定"], "一、落实条例第九条第(一)项规定\n办3件。\n其中第(二)项办1件。"),
    "items that a sentence lists": (["1 一、|公示"], "一、公示\n公示内容包括：（一）主体；（二）依据；（三）程序；（四）结果。"),
    "footnotes": (["1 一、|说明情况"], "一、说明情况\n办件9件[1]。\n[1]含上年结转。\n[2]不含乡镇。"),
    "notes": (["1 一、|统计"], "一、统计\n办件9件。\n注：\n1.含上年结转。\n2.不含乡镇。"),
    "appendices": (["1 一、|统计"], "一、统计\n办件9件。\n附件：1.执法统计表\n2.权责清单\n3.案例汇编"),
    "table rows": (["1 一、|统计"], "一、统计\n1.许可\t12\t9\n2.处罚\t3\t3\n一、合计 | 15 | 12"),
    "a span of years": (["1 一、|规划"], "一、规划\n(2015-2020年)纲要收官。\n(2021)启动。"),
    "a list inside a sentence": (["1 一、|问题", "1 二、|打算"], "一、问题\n主要是：1.人少。2.钱少。3.车少。\n二、打算\n加人。"),
    "一手抓": (["1 一、|做法"], "一、做法\n一手抓执法。\n二手抓服务。"),
    "time of day": (["1 一、|窗口"], "一、窗口\n9:30开门。\n12:00午休。"),
    "a lone number far from any list": (["1 一、|窗口"], "一、窗口\n9.服务优质。"),
    "a sum that continues no list": (["1 一、|财务", "2 1.|收入"], "一、财务\n1.收入。入库5万元。\n2名会计核对。"),
}

UNLABELLED = {
    "parts without labels": (
        ["1 |主要做法", "2 (一)|甲事", "2 (二)|乙事", "1 |存在问题", "1 |下一步打算"],
        "现将情况报告如下：\n主要做法\n(一)甲事。\n(二)乙事。\n存在问题\n人少。\n下一步打算\n加人。",
    ),
    "one part among labelled ones": (
        ["1 一、|履职情况", "1 |存在的问题和不足", "1 三、|下一步打算"],
        "一、履职情况\n办件9件。\n存在的问题和不足\n人少。\n三、下一步打算\n加人。",
    ),
    "never twice": (["1 一、|存在问题和下一步打算"], "一、存在问题和下一步打算\n情况如下。\n存在问题\n人少。"),
    "the title of the paper": (["1 一、|做法"], "2020年工作开展情况\n现将情况报告如下：\n一、做法\n办件。"),
    "other bold lines": (["1 一、|做法"], "一、做法\n办件。\n窗口服务\n满意。\n法治宣传\n有声有色。"),
}

CASES = {
    f"{group}: {name}": case
    for group, cases in (
        ("plain", PLAIN), ("run on", RUN_ON), ("misprinted", MISPRINTED), ("in paragraphs", IN_PARAGRAPHS),
        ("one line", ON_ONE_LINE), ("runs", RUNS), ("not headings", NOT_HEADINGS), ("unlabelled", UNLABELLED),
    )
    for name, case in cases.items()
}  # fmt: skip


@pytest.mark.parametrize(("expected", "source"), CASES.values(), ids=CASES.keys())
def test_outline(expected: list[str], source: str) -> None:
    assert outline(source) == expected


KNOWN_GAPS = {
    "numbers of two parts": (["1 一、|做法", "2 1.1|加强领导", "2 1.2|规范执法"], "一、做法\n1.1加强领导\n1.2规范执法", "1.1 looks like a decimal or a date"),
    "a law quoted a line an item": (
        ["1 一、|做法", "2 (一)|学法", "2 (二)|执法"],
        "一、做法\n(一)学法。依照条例，应当：\n(一)主体合法；\n(二)程序合法。\n(二)执法。办案3件。",
        "items of a quoted law look like headings that restart",
    ),
    "a title without a mark before a verb": (
        ["1 一、|建强队伍,夯实根基"],
        "一、建强队伍，夯实根基全所在岗干部21人，持证19人，全年轮训3次。合格率高。",
        "nothing tells where a second clause ends",
    ),
}


@pytest.mark.parametrize(
    ("expected", "source"), [pytest.param(*case[:2], marks=pytest.mark.xfail(reason=case[2])) for case in KNOWN_GAPS.values()], ids=KNOWN_GAPS
)
def test_known_gap(expected: list[str], source: str) -> None:
    assert outline(source) == expected


def test_children_have_the_role_of_their_part() -> None:
    _, found = headings("一、主要做法\n(一)甲。\n(二)存在的问题\n1.人少。\n二、下一步打算\n(一)存在的问题\n三、抓安全\n(一)甲。")
    assert [heading.role for heading in found] == ["measures", "measures", "shortcomings", "shortcomings", "plans", "plans", None, None]


TREE = "2022年,我局履职。\n一、做法\n总述。\n(一)许可\n办件9件。\n(二)处罚\n1.立案。立案3件。\n二、打算\n加人。"


@pytest.mark.parametrize(
    ("path", "at"),
    [
        ([], "2022年"),
        (["做法"], "一、"),
        (["做法"], "总述"),
        (["做法", "许可"], "9件"),
        (["做法", "处罚"], "处罚"),
        (["做法", "处罚", "立案"], "3件"),
        (["打算"], "二、"),
        (["打算"], "加人"),
    ],
)
def test_path(path: list[str], at: str) -> None:
    tree = Outline.of(TREE, Span(0, len(TREE)))
    place = TREE.index(at)
    assert [TREE[heading.title.slice] for heading in tree.path(place)] == path
    innermost = tree.at(place)
    assert innermost == (tree.path(place)[-1] if path else None)


def test_nothing_stands_behind_the_body() -> None:
    tree = Outline.of(TREE, Span(0, len(TREE) - 3))
    assert tree.at(len(TREE) - 3) is None
    assert tree.path(len(TREE) + 99) == ()


def test_ends() -> None:
    _, found = headings(TREE)
    assert [heading.end for heading in found] == [TREE.index("二、"), TREE.index("(二)"), TREE.index("二、"), TREE.index("二、"), len(TREE)]


def test_only_the_body_is_read() -> None:
    text = "一、网站导航\n报告\n一、做法\n办件。\n二、友情链接"
    found = find_headings(text, Span(text.index("报告"), text.index("二、")))
    assert [text[heading.title.slice] for heading in found] == ["做法"]


@given(mutated([source for _, source in CASES.values()]))
def test_any_text_has_a_sound_tree(source: str) -> None:
    document, found = headings(source)
    size = len(document.view.text)
    for number, heading in enumerate(found, 1):
        above = found[heading.parent - 1] if heading.parent else None
        assert heading.number == number
        assert 0 <= heading.label.start <= heading.label.end <= heading.title.start <= heading.title.end <= size
        assert heading.title.end <= heading.end <= (above.end if above else size)
        assert heading.level == above.level + 1 if above else heading.level in (1, 2)
        assert above is None or above.start < heading.start
    assert [heading.start for heading in found] == sorted({heading.start for heading in found})


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece", ["一、甲", "(一)甲", "。(一)甲", "1.甲\n", "一是甲。\n", "“", "(", "。1.甲", "存在问题\n", "(1)甲\n1)乙\n", "2022年", "全市", "在甲", "工作坚持"]
)
def test_long_nonsense_is_read(piece: str) -> None:
    text = "一、甲\n(一)乙" + piece * 20000
    assert len(find_headings(text, Span(0, len(text)))) <= 40002
