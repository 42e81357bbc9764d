"""A theme before a colon: the figures behind it, the code expected of each, None where the theme must not lend it one."""

import pytest

from extractor import extract_text

TOLD: list[tuple[str, dict[str, str | None]]] = [
    ("案卷评查：自查31卷，抽查9卷。", {"31": "file_review.files", "9": "file_review.files"}),
    ("信访工作：受理52件，办结50件。", {"52": "petition.total", "50": "petition.total"}),
    ("普法宣传：开展活动27场，发放资料4,100份。", {"27": "publicity.events", "4,100": "publicity.materials"}),
    ("（三）行政复议情况：收到申请19件，受理17件。", {"19": "review.cases", "17": "review.cases"}),
    ("合法性审查：规范性文件8件，合同35件。", {"8": "rule.reviewed", "35": "legal.contracts"}),
    ("规范性文件管理：新制定3件，备案2件，废止5件。", {"3": "rule.issued", "2": "rule.filed", "5": "rule.repealed"}),
    ("投诉举报：接收230件；人民调解：受理61件。", {"230": "complaint.total", "61": "mediation.accepted"}),
    ("12336违法线索：受理75条。", {"75": "complaint.total"}),
]
NOT_TOLD: list[tuple[str, dict[str, str | None]]] = [
    ("信访工作：增设接待场所6处。", {"6": None}),
    ("主要成效如下：受理43件。", {"43": None}),
    ("普法宣传：新建文化长廊4处。", {"4": None}),
    ("信访：受理52件。绿化：完成18件。", {"18": None}),
]


@pytest.mark.parametrize(("text", "codes"), [*TOLD, *NOT_TOLD])
def test_a_theme_lends_its_words(text: str, codes: dict[str, str | None]) -> None:
    page = f"某县某局2022年法治政府建设年度报告\n一、主要工作\n{text}\n"
    said = {page[i.numeral.start : i.numeral.end]: i.code for i in extract_text(page).indicators if i.numeral}
    assert {digits: said[digits] for digits in codes} == codes
