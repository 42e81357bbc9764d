"""Statements that there was none: the codes denied first, then the sentence."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from extractor import extract_text
from tests.indicators.sentences import said


def denied(text: str) -> list[str | None]:
    return [denial.code for denial in said(text).findings.denials]


DENIED: list[tuple[list[str | None], list[str]]] = [
    (["litigation.cases"], ["没有发生行政诉讼案件。", "全年没有办理行政诉讼案件。", "未发生行政诉讼案件。", "行政诉讼案件为零。", "全年无行政诉讼案件。", "未出现行政诉讼案件。", "未产生一起行政诉讼案件。", "实现行政诉讼案件零发生。", "行政诉讼案件数为零。", "从未发生行政诉讼案件。", "没有因执法不当引发的行政诉讼案件。", "本年度无行政诉讼案件发生。", "没有新增行政诉讼案件。", "行政诉讼案件“零发生”。", "暂无行政诉讼案件。", "未有行政诉讼案件。"]),
    (["review.cases"], ["我局未收到行政复议申请。", "没有行政复议案件。", "无行政复议案件。", "行政复议案件亦为零。"]),
    (["review.cases", "litigation.cases"], ["未发生行政复议、行政诉讼案件。", "没有行政复议和行政诉讼案件。", "未发生行政复议案件和行政诉讼案件。", "无行政复议、行政诉讼案件。", "行政复议、行政诉讼案件均为零。", "未收到行政复议申请和行政诉讼案件。"]),
    ([None], ["未发生较大以上水上交通事故。", "没有发生群体性事件。", "没有出现碰撞事故。"]),
]  # fmt: skip


@pytest.mark.parametrize(("codes", "text"), [(codes, text) for codes, texts in DENIED for text in texts])
def test_denials(codes: list[str | None], text: str) -> None:
    assert denied(text) == codes


NO_DENIALS = [
    "行政诉讼案件3件。",
    "未经审查的案件不得结案。",
    "没有法律依据的，一律不得立案。",
    "未建立行政复议台账。",
    "未按时办结的案件予以通报。",
    "没有规矩不成方圆。",
    "从零起步推进行政复议改革。",
    "未及时办理行政复议案件的单位予以通报。",
    "无证经营案件12件。",
    "零距离服务船员。",
    "没有发现问题之前不得放行。",
    "未来三年行政诉讼工作更加规范。",
]


@pytest.mark.parametrize("text", NO_DENIALS)
def test_what_denies_nothing(text: str) -> None:
    assert denied(text) == []


@pytest.mark.parametrize(
    ("codes", "text"),
    [
        (["litigation.cases"], "全年不存在行政诉讼案件。"),
        (["litigation.cases"], "行政诉讼案件为“零”。"),
        (["review.cases"], "行政复议：无。"),
        (["review.cases", "litigation.cases"], "实现零行政复议、零行政诉讼。"),
        (["review.cases", "litigation.cases"], "无因执法引起的行政复议、行政诉讼案件。"),
        (["review.cases", "litigation.cases"], "做到了行政复议零案件、行政诉讼零发生。"),
        (["litigation.cases"], "本机关全年未作为行政诉讼被告。"),
        (["litigation.cases"], "行政诉讼案件未发生。"),
        (["litigation.cases"], "行政诉讼案件一件也没有。"),
        (["litigation.cases"], "全年未再发生行政诉讼案件。"),
        (["review.cases"], "行政复议案件没有发生。"),
        ([None], "没有发生重大行政决策失误。"),
        ([None], "没有行政赔偿。"),
        ([None], "未组织听证会。"),
    ],
)
def test_rarer_denials(codes: list[str | None], text: str) -> None:
    assert denied(text) == codes


@pytest.mark.parametrize(
    ("codes", "text"),
    [
        (["review.revoked"], "没有发生行政复议案件被撤销的情形。"),
        (["review.revoked", "litigation.lost"], "实现行政复议“零纠错”、行政诉讼“零败诉”。"),
        (["review.cases", "litigation.cases"], "行政复议、诉讼案件均为“零”。"),
        (["coercion.measures_total"], "全年未实施行政强制措施。"),
        (["coercion.measures_total"], "未作出行政强制决定。"),
        (["rule.issued"], "本年度未新制定行政规范性文件。"),
        (["litigation.lost"], "行政诉讼开庭3次，败诉案件一件都没有。"),
        (["penalty.transferred"], "全年无移送司法机关案件。"),
        (["proposal.total"], "未承办人大建议和政协提案。"),
        (["penalty.licences_revoked"], "没有作出吊销执照、责令停产停业的处罚。"),
        (["penalty.licences_revoked"], "未作出责令停业的行政处罚。"),
        (["disclosure.requests"], "全年未收到依申请公开信息事项。"),
    ],
)
def test_denials_in_the_words_of_the_packaged_rules(codes: list[str], text: str) -> None:
    report = extract_text(f"某市水利局2022年法治政府建设年度报告\n一、主要工作\n我局认真履职。{text}\n")
    assert [indicator.code for indicator in report.indicators if indicator.numeral is None] == codes


_TOLD: dict[str, list[dict[str, Any]]] = tomllib.loads(Path(__file__).with_name("denials.toml").read_text(encoding="utf-8"))


def coded_denials(text: str) -> list[str]:
    report = extract_text(f"某县交通运输局2022年法治政府建设工作报告\n一、工作情况\n{text}\n")
    return sorted(indicator.code for indicator in report.indicators if indicator.numeral is None and indicator.code)


@pytest.mark.parametrize("told", _TOLD["denials"], ids=lambda told: told["text"])
def test_what_offices_deny(told: dict[str, Any]) -> None:
    assert coded_denials(told["text"]) == sorted(told["codes"])


@pytest.mark.xfail(reason="words of denial that are not known", strict=True)
@pytest.mark.parametrize("told", _TOLD["gaps"], ids=lambda told: told["text"])
def test_what_offices_deny_in_words_not_known_yet(told: dict[str, Any]) -> None:
    assert coded_denials(told["text"]) == sorted(told["codes"])


def test_a_denial_quotes_its_words() -> None:
    heard = said("全年检查船舶12艘，未发生行政诉讼案件。")
    assert [heard.at(denial.span) for denial in heard.findings.denials] == ["未发生行政诉讼案件"]


def test_a_figure_of_nought_is_a_figure() -> None:
    heard = said("行政诉讼案件0件。")
    assert denied("行政诉讼案件0件。") == []
    assert [(reading.code, str(reading.value)) for reading in heard.readings] == [("litigation.cases", "0")]


def test_denials_and_figures_stand_side_by_side() -> None:
    heard = said("行政复议3件，未发生行政诉讼案件。")
    assert [reading.code for reading in heard.readings] == ["review.cases"]
    assert [denial.code for denial in heard.findings.denials] == ["litigation.cases"]
