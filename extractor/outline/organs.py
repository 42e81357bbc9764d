"""What the name of an authority, a salutation and a document number look like, whoever they name.

>>> is_organ("溪口县水利局"), is_organ("溪口县水利局工作简报")
(True, False)
>>> is_salutation("县人民政府、市水利局:"), is_salutation("现将有关情况报告如下:")
(True, False)
"""

import regex

_TRADITIONAL = dict(zip("厅办处会队区县镇乡总团门报结汇况情发号务务机构关单来标题时间开务", "廳辦處會隊區縣鎮鄉總團門報結彙況情發號務務機構關單來標題時間開務", strict=True))

HAN = r"\p{Han}"
# Two of the suffixes stand for a whole phrase: 办 for 办公室, 委 for 委员会.
_SUFFIXES = (
    "局|委员会|委|政府|厅|办公室|办|院|处|中心|支队|大队|总队|党组|党委|办事处|部|会|署|行|公司|集团|站|所|组|机关|学校|大学|学院|馆|队|国务院|公署|兵团|司法所|开发区|新区|园区|管理区"
)


def in_both_scripts(words: str) -> str:
    """A pattern of words in simplified script that takes traditional script too (no character classes in it)."""
    return "".join(f"[{char}{_TRADITIONAL[char]}]" if _TRADITIONAL.get(char, char) != char else char for char in words)


SUFFIX = rf"(?:{in_both_scripts(_SUFFIXES)})"
ORGAN = rf"{HAN}[{HAN}()“”·]{{0,38}}{SUFFIX}(?:\([{HAN}、]{{2,20}}\))?"
DOCUMENT_NUMBER = rf"[{HAN}][{HAN}A-Za-z()]{{0,14}}?(?:[〔﹝\[(【<{{]|(?<=\p{{Han}}))(?:20|19)\d\d年?[〕﹞\])】>}}](?:第|字第)?\d{{1,5}}[号號]"

_SEPARATOR = r"[、,和及与;\s]|并"
_ORGANS = regex.compile(rf"{ORGAN}(?:[、,;]{ORGAN}){{0,9}}")
_ORGAN = regex.compile(ORGAN)
_NOBODY = regex.compile(r"如下|情况|报告|工作|同志|代表|领导|各位|电话|地址|邮编|来源|机构|机关[:、]|单位|部门[:]|[发公]布|公开|责任|名称|主题|分类|职务|姓名|问题|措施|方面|附件|说明|备注")
_DOCUMENT_NUMBER = regex.compile(rf"\(?{DOCUMENT_NUMBER}\)?(?:签发人.{{0,12}})?")
