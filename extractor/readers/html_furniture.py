"""Lines that are of the page and not of what it publishes: tools, paths, neighbours in the list, files to load, the imprint.

>>> [is_furniture(Line(text)) for text in ("【字体：大 中 小】 打印", "上一篇：关于放假的通知", "浙ICP备0000001号", "打印店治理。")]
[True, True, True, False]
>>> is_furniture(Line("附件：汇总表.xls", linked=7, filed=7)), is_furniture(Line("首页 > 公开", linked=4))
(True, True)
"""

import regex

from extractor.readers.html_runs import Line

SHORT, LONGEST = 80, 200  # code points: lines of tools, lines of the imprint

_TOOLS = (
    "字[体號号]|[大中小]|打印(?:本页|此页|页面|文章|预览)?|[关關][闭閉](?:窗口|本页|页面)?|分享(?:到|至)?|微信(?:好友)?|微博|新浪微博|腾讯微博|QQ(?:空间|好友)?|朋友圈"
    "|收藏(?:本页|此页)?|返回(?:顶部|首页|列表|上页|目录|上一页)?|纠错|我要纠错|复制(?:链接|网址)|首页|[首上下末尾]一?页|正文|朗读|播放|暂停|停止|语音播报|听全文|全文朗读|繁体|简体|无障碍(?:浏览|阅读)?"
    "|关怀版|长者(?:版|模式|助手)|适老(?:版|模式)|手机版|移动版|电脑版|浏览(?:次数|量|人次)?|点击(?:次数|量|数|率)?|阅读(?:次数|量|数)?|访问(?:次数|量)?|人?次|下载|附件(?:下载)?|文档附件|展开|收起|更多"
    "|视力保护色|保护视力色|背景颜?色|默认|二维码|没有了|暂无|无|登录|注册|搜索|设为首页|加入收藏|网站地图|关于我们|联系我们|版权声明|隐私(?:声明|政策)|网站声明|帮助|政务微[信博]|客户端"
)
_LABELS = (
    "[上下]一[篇条]|[前后]一[篇条]|上篇|下篇|相关(?:链接|文章|附件|新闻|信息|阅读|推荐|解读|稿件|文件|资讯|文档|报道)|推荐(?:阅读|文章)|延伸阅读|猜你喜欢|热门(?:文章|信息)|最新(?:文章|信息)"
    "|责任编辑|(?:网站|网络)?编辑|审核人?|初审|复审|终审|签发人?|撰稿人?|供稿|录入(?:人|员)?|校对|浏览(?:次数|量|人次)?|点击(?:次数|量|数|率)?|阅读(?:次数|量|数)?|访问(?:次数|量)?|分享[到至]?|打印"
    "|字[体号](?:大小)?|您?(?:现在|当前|目前)?(?:所在)?的?位置|附件下载|相关附件|文档附件|扫一扫|网站(?:标识码|支持)|主办(?:单位)?|承办(?:单位)?|协办(?:单位)?|技术支持|(?:联系|客服|咨询|监督)?电话|地址|邮编|免责声明"
)
_IMPRINT = r"ICP[备備證证]|公网安备|版权所有|[Cc]opyright|©|网站标识码|\d\s*[*×xX]\s*\d{3,4}.{0,6}分辨率|分辨率.{0,6}浏览|浏览器.{0,12}(?:浏览|访问|效果)|访问您?的?第?\s*\d+"
# Words that a sentence of a report may hold too.
_HINT = r"扫一扫|扫描二维码|用手机(?:打开|扫)|手机打开当前页|今天是|星期[一二三四五六日天]|转载(?:请|自)|首页\s*[>»›＞]|当前位置|[您你](?:现在|当前)?(?:所在)?的?位置"
_IS_TOOLS = regex.compile(rf"(?>{_TOOLS}|[\W\d_])++")
_IS_LABELLED = regex.compile(rf"[\W_]*+(?:{_LABELS})\s*+[\])】]?\s*+(?:[:：]|$)")
_IS_IMPRINT = regex.compile(_IMPRINT)
_HAS_HINT = regex.compile(_HINT)
_IS_FILES = regex.compile(r"[\W_]*+附\s*件")
_WORD = regex.compile(r"[\p{Han}A-Za-z]")


def is_furniture(line: Line) -> bool:
    """Whether a line is of the page: by its words, or since it leads elsewhere."""
    return leads_elsewhere(line) or is_page_talk(line.text)


def leads_elsewhere(line: Line) -> bool:
    """Whether most of a line is links and it says nothing in a sentence, or it lists files to load."""
    if line.filed and (2 * line.filed > len(line.text) or _IS_FILES.match(line.text)):
        return True
    return 2 * line.linked > len(line.text) and not ("。" in line.text or len(line.text) > LONGEST)


def is_page_talk(text: str) -> bool:
    """Whether the words of a line are those of tools, neighbours or an imprint."""
    if len(text) > LONGEST:
        return False
    if _IS_LABELLED.match(text) or _IS_IMPRINT.search(text) or _HAS_HINT.search(text) and not text.endswith(("。", "；")):
        return True
    return len(text) <= SHORT and _WORD.search(text) is not None and _IS_TOOLS.fullmatch(text) is not None
