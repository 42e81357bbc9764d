"""What a web page puts around a report: navigation, fields of its header, share buttons, neighbours in the list, imprint.

>>> [text for text in ("您当前的位置:首页>公开", "上一篇:通知", "浙ICP备0000001号", "我局认真履职。") if is_furniture(text)]
['您当前的位置:首页>公开', '上一篇:通知', '浙ICP备0000001号']
"""

import regex

from extractor.outline.organs import in_both_scripts

_DECORATION = r"[-·•●○◆■★>|*\s\[【(]*"
# Words that are furniture where the line holds little else.
_ALONE = in_both_scripts(
    "首页|网站首页|返回.{0,6}|无障碍.{0,8}|关怀版|长者.{0,4}|适老.{0,4}|手机版|移动版|电脑版|繁体.{0,4}|简体.{0,4}|语音播报|朗读|听全文|全文朗读|播放|暂停|分享.{0,8}|转发.{0,6}|收藏.{0,6}"
    "|打印.{0,6}|关闭.{0,6}|微博|微信.{0,10}|字体.{0,12}|字号.{0,12}|机构概况|政务公开|办事服务|互动交流|专题专栏|搜索|登录|注册|当前位置|正文|热门.{0,8}|推荐.{0,8}|相关.{0,8}|常见问题|站点关键词"
    "|猜你.{0,8}|您可能.{0,8}|延伸阅读|附件.{0,3}|文档附件|关于我们|联系我们|网站地图|网站帮助|隐私.{0,6}|友情链接|部门街镇|我的订阅|回到顶部|纠错|扫一扫.{0,20}|二维码"
)
# Words that are furniture where a colon or a bar comes after them.
_LABELS = in_both_scripts(
    "您?(?:现在|当前|所在)?(?:的|所在的?)?位置|来源|信息来源|文章来源|稿件来源|发布时间|发布日期|更新时间|发布机构|浏览(?:量|次数|人次)?|阅读(?:量|次数)?|点击(?:数|量|率|次数)?|访问(?:量|次数)?|字体(?:大小)?|字号"
    "|上一[篇条]|下一[篇条]|前一[篇条]|后一[篇条]|上篇|下篇|相关(?:链接|文章|文件|附件|新闻|信息|阅读|推荐|解读|稿件)|附件\\d{0,2}|文档附件|抄送|抄报|主送|责任编辑|编辑|作者|审核|初审|终审|撰稿|主办(?:单位)?|承办(?:单位)?|协办(?:单位)?"
    "|管理维护|技术支持|网站(?:标识码|报障)|备案序?号|(?:联系|客服|咨询|服务|监督)?(?:电话|热线)|地址|邮编|邮箱|联系人|关键[词字]|分享到?|转载分享|免责(?:声明|提示)?|声明|名称|标题|索引号|有效性"
)
_ANYWHERE = (
    r"ICP备|ICP證|ICP证|公网安备|版权所有|版權所有|[Cc]opyright|©|网站标识码|浏览器|分辨率|[扫掃]一[扫掃]|侵权(?:请|投诉|删除|必究)|如有侵权|仅供参考|转载自|[本该]文(?:来源|转自)|本(?:页|站|网)(?:面|站)?(?:内容|信息|所有|部分)"
    r"|(?:您|你)(?:所在|现在|当前)的?(?:所在)?的?位置|当前位置[:>]|(?:首页|首頁)>|>(?:正文|政务公开)|打印(?:本|此)页|关闭(?:窗口|本页)|关闭】|【(?:打印|字体|字号|免责)|〔(?:打印|字体)|\[字体|星期[一二三四五六日天]|今天是"
)
_IMPRINT = r"(?:\(?此件.{0,12}公开.{0,6}\)?|.{0,40}20\d\d年\d{1,2}月\d{1,2}日印发)"

_FURNITURE = regex.compile(rf"{_DECORATION}(?:(?:{_ALONE})[\]】):|>-]*|(?:{_LABELS})[\]】)]?[:|\t].*|{_IMPRINT})", regex.S)
_PAGE = regex.compile(_ANYWHERE)
_NEIGHBOURS = regex.compile(
    rf"{_DECORATION}(?:{in_both_scripts('上一[篇条]|下一[篇条]|相关(?:链接|文章|文件|附件|新闻|阅读|推荐|解读|信息|内容|报道|资讯)|推荐(?:文章|阅读|信息)|热门文章|最新(?:文章|信息|动态)$|近期(?:文章|信息|动态)$|往期回顾|猜你|您可能|延伸阅读|友情链接')})"
)
_REPORT = regex.compile(r"[。:](?:一、|\(一\)|第一部分)")  # a chapter behind a sentence: a page and its report on one line
# What the tags in the head of a page say, a line each.
_TAG = regex.compile(r"(?:ArticleTitle|PubDate|ContentSource|SiteName):")
LONGEST = 200  # code points: a longer line is a report, whatever word of the page stands in it


def is_furniture(text: str) -> bool:
    """Whether a line belongs to the page rather than to the report."""
    is_talk = _FURNITURE.fullmatch(text) is not None or _PAGE.search(text) is not None
    return is_tag(text) or len(text) <= LONGEST and is_talk and not _REPORT.search(text)


def is_tag(text: str) -> bool:
    """Whether a line is one of the tags of a page.

    >>> is_tag("ArticleTitle:溪口县水利局2022年法治政府建设年度报告")
    True
    """
    return _TAG.match(text) is not None


def is_list_of_neighbours(text: str) -> bool:
    """Whether a line opens the part of a page that lists other papers, whose own titles and dates come after it.

    >>> is_list_of_neighbours("相关文章"), is_list_of_neighbours("相关工作稳步推进。")
    (True, False)
    """
    return len(text) <= LONGEST and _NEIGHBOURS.match(text) is not None
