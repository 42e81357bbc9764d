"""What the name of an authority, a salutation and a document number look like, whoever they name.

>>> is_organ("溪口县水利局"), is_organ("溪口县水利局工作简报")
(True, False)
>>> is_salutation("县人民政府、市水利局:"), is_salutation("现将有关情况报告如下:")
(True, False)
>>> is_document_number("溪水〔2021〕18号"), is_document_number("政府令第53号")
(True, False)
"""

import regex

_TRADITIONAL = dict(
    zip(
        "厅办处会队区县镇乡总团门报结汇况发号务机构关单来标题时间开编辑简称责",
        "廳辦處會隊區縣鎮鄉總團門報結彙況發號務機構關單來標題時間開編輯簡稱責",
        strict=True,
    )
)


def in_both_scripts(words: str) -> str:
    """A pattern of words in simplified script that takes the traditional one too; it holds no character classes.

    >>> in_both_scripts("发布|报告")
    '[发發]布|[报報]告'
    """
    return "".join(f"[{char}{_TRADITIONAL[char]}]" if char in _TRADITIONAL else char for char in words)


# 办 is also short for 办公室, 委 for 委员会.
SUFFIX = rf"(?:{in_both_scripts('局|委员会|委|政府|厅|办公室|办|院|处|中心|队|党组|党委|部|会|署|公司|集团|站|所|组|机关|学校|大学|学院|馆|兵团|开发区|新区|园区|管理区|海关|支行')})"
ORGAN = rf"\p{{Han}}[\p{{Han}}()“”·]{{0,38}}{SUFFIX}(?:\([\p{{Han}}、]{{2,20}}\))?"
REGION = rf"\p{{Han}}{{1,12}}(?:{in_both_scripts('省|市|区|县|州|旗|盟|镇|乡|街道')})"
DOCUMENT_NUMBER = r"\p{Han}[\p{Han}A-Za-z()]{0,14}?[〔﹝\[(【<{](?:20|19)\d\d年?[〕﹞\])】>}][第字]{0,2}\d{1,5}[号號]"

_ORGAN = regex.compile(ORGAN)
_REGION = regex.compile(REGION)
_SEPARATOR = regex.compile(r"[、,;\s]+")
_NO_NAME = regex.compile(in_both_scripts("如下|情况|报告|同志|代表$|领导$|各位|电话|地址|来源|机构|名称|主题|分类|姓名|问题|措施|说明|备注|单位$|部门$|机关$"))
_DOCUMENT_NUMBER = regex.compile(rf"\(?{DOCUMENT_NUMBER}\)?(?:签发人.{{0,12}})?")


def is_organ(text: str) -> bool:
    """Whether the whole text is the name of one authority, by its form."""
    return len(text) <= 60 and _ORGAN.fullmatch(text) is not None and _NO_NAME.search(text) is None


def is_region(text: str) -> bool:
    """Whether the whole text is the name of a division, by its form."""
    return _REGION.fullmatch(text) is not None


def is_organ_list(text: str) -> bool:
    """Whether the whole text names authorities, one or several."""
    names = [name for name in _SEPARATOR.split(text) if name]
    return bool(names) and all(is_organ(name) for name in names)


def is_salutation(text: str) -> bool:
    """Whether the whole text calls on authorities, with the colon that closes a salutation."""
    return text.endswith(":") and len(text) <= 160 and is_organ_list(text[:-1])


def is_document_number(text: str) -> bool:
    """Whether a document number stands alone in the text, in brackets or beside the name of who signed the paper off."""
    return len(text) <= 60 and _DOCUMENT_NUMBER.fullmatch(text) is not None
