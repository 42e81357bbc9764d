"""What the elements of Chinese government pages are called: the words of `id` and `class` that their content systems use.

Names are compared without regard to case. They say what an element *may* be; whether it is, is told by the text that it holds.

>>> is_container("view TRS_UEDITOR trs_paper_default"), is_title("con_tit"), is_aside("bdsharebuttonbox")
(True, True, True)
"""

from functools import lru_cache

import regex

# Names that only the text of an article has. Left out are `main`, `wrap`, `left` and the like, which hold the page around it as well.
_SYSTEMS = (
    r"ucap-?content|trs_?(?:editor|ueditor|content|paper_default|preappend|word|web)\w*"  # TRS WCM and UCAP: State Council, ministries, provinces
    r"|(?:font|art(?:icle)?_)?-?zoom(?:s|con|-content)?|ivs_content|easysite-news-text|founder-content"  # Hanweb, EasySite, Founder
    r"|v(?:sb)?_(?:news_)?content(?:_\d)?|wp_articlecontent|ewb-(?:article|info|con|news)\w*(?:-\w+)?|cas_content"  # universities, Epoint, academies
    r"|(?:js|rich_media)_content|ueditor|ue_table|(?:word)?section\d|xlrllt|conn?|context|contxt"
    r"|(?:div_)?zheng_?wen|nei_?rong|xiang_?qing|wen_?zhang|wzxqnr|gg(?:zw|nr)|mainfont|mycontont|newscontnet"
)
_KINDS = (
    r"art(?:icles?|i)?|arc|cont(?:ents?)?|con|news|details?|infor?|information|xl|xxgk|zfxxgk(?:_zw|_zwxx)?|wz|wenzhang|nr|nei_?rong|zw|zwxl|zhengwen|gk(?:_zn)?"
    r"|text|txt|main|pages?|doc|print|bt|xq|w|p|t|view|show|body|general|common|mail|jgzn|gov|file|mailbox|editor|rich|scroll|tpl|word|czys_datail"
)
_PARTS = r"contents?(?:_?nr|_wznrs|box)?|conts?|con|text(?:box)?|txt|body|details?|box|main|articles?|nr|inner|desc|wz|info-?content|area|c|p|i"
_CONTAINER = regex.compile(rf"(?:{_SYSTEMS}|(?:{_KINDS})(?:[_-]?(?:{_PARTS}))|articles?|contents?|details?)")

_TITLE_KINDS = r"art(?:icle)?|arti|arc|con(?:tent)?|news|detail|xxgk|xl|wz|zw|info|page|doc|main|gk|te?xt|title|ewb|big|h|nr|xq|ivs|f|show|view"
_TITLE = regex.compile(rf"(?:(?:{_TITLE_KINDS})?[_-]?(?:titles?|tit|bt|biaoti|headline|subject|tt)\d?|ti|titbox)")

_ASIDE_PARTS = (
    r"share|fenxiang|jiathis|social|wei_?xin|wechat|wei_?bo|qr_?-?code|er_?wei_?ma|saoma|crumb|weizhi|dqwz|cur-?_?pos"
    r"|relat|xiang_?guan|tui_?jian|recommend|comment|ping_?lun|evaluat|ping_?jia|prev_?-?next|shang_?yi|xia_?yi|pagination"
    r"|dayin|font_?-?size|zihao|langdu|player|attach|appendix|fu_?jian|download|zerenbianji|friend|popup|modal|dialog|tooltip|cookie|watermark|shuiyin|copyright"
)
_ASIDE_WORDS = (
    r"ewm|scan|position|location|path|nav|navs|navbar|menus?|topbar|toolbar|tools?|footer|foot|bottom|banner|sidebar|side|aside|search|login"
    r"|xg(?:wz|yd|lj|xx|news|jd|wj)?|rank|prev|next|sxp|syp|pager|turnpage|print|close|ziti|voice|accessory|fjxz|fj|zrbj|links?|yqlj|mask|hot"
)
_ASIDE = regex.compile(rf"(?:{_ASIDE_PARTS})|(?:^|(?<=[\s_\d-]))(?:{_ASIDE_WORDS})(?=$|[\s_\d-])")

# What a comment around the text says; systems print it where a template puts the content in.
_CONTENT = "(?:content|text|article|正文|内容)"
_BEGINS, _ENDS = "(?:begin|start|开始)", "(?:end|over|结束)"
_BEGIN = regex.compile(rf"{_CONTENT}[^\w\p{{Han}}]{{0,4}}{_BEGINS}|^\W*{_BEGINS}\W{{0,4}}{_CONTENT}", regex.I)
_END = regex.compile(rf"{_CONTENT}[^\w\p{{Han}}]{{0,4}}{_ENDS}|^\W*(?:{_ENDS}|/)\W{{0,4}}{_CONTENT}", regex.I)
LONGEST_MARK = 80


@lru_cache(maxsize=4096)
def is_container(names: str) -> bool:
    """Whether one of an element's names is that of a container of text.

    >>> is_container("zoom"), is_container("news_content clearfix"), is_container("wrap main")
    (True, True, False)
    """
    return any(_CONTAINER.fullmatch(name) for name in names.lower().split())


@lru_cache(maxsize=4096)
def is_title(names: str) -> bool:
    """Whether one of an element's names is that of a title."""
    return any(_TITLE.fullmatch(name) for name in names.lower().split())


@lru_cache(maxsize=4096)
def is_aside(names: str) -> bool:
    """Whether one of an element's names is that of something beside the text: shares, paths, neighbours, tools, files.

    >>> is_aside("article-content"), is_aside("left-nav"), is_aside("xgwz")
    (False, True, True)
    """
    return _ASIDE.search(names.lower()) is not None


def is_begin_mark(comment: str) -> bool:
    """Whether a comment says that the text begins.

    >>> is_begin_mark("ZJEG_RSS.content.begin"), is_begin_mark("<$[信息内容]>begin"), is_begin_mark("标题开始")
    (True, True, False)
    """
    return len(comment) < LONGEST_MARK and _BEGIN.search(comment) is not None


def is_end_mark(comment: str) -> bool:
    """Whether a comment says that the text ends.

    >>> is_end_mark("ZJEG_RSS.content.end"), is_end_mark("/content")
    (True, True)
    """
    return len(comment) < LONGEST_MARK and _END.search(comment) is not None
