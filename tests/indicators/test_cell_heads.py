"""What heads of rows and columns say: their words, and what else, first."""

import pytest

from extractor.indicators.cell_heads import Head, parse_head
from extractor.indicators.names_cells import caption_subject, composed
from extractor.view import View

WORDS = [
    ("立案", "立案(件)"),
    ("立案", "一、立案(单位:件)"),
    ("立案", "(一)立 案"),
    ("立案", "其中:1.立案"),
    ("立案", "2021年立案"),
    ("立案", "立案同比增减(%)"),
    ("立案", "立案(其中:涉企)"),
    ("立案", "立案(按作出决定的日期统计,不含移送)"),
    ("立案(一般程序)", "立案(一般程序)"),
    ("本年新收申请数量", "本年新收申请数量"),
    ("行政处罚实施数量", "行政处罚实施数量(宗)"),
    *(("", general) for general in ("数量", "件数", "数量(件)", "金额(万元)", "完成情况", "合计", "合计(宗)", "小计", "全市", "本年", "上年同期", "2021年", "2021", "1—9月", "同比", "增减%", "比上年±%", "年度计划", "目标值")),
]  # fmt: skip


@pytest.mark.parametrize(("words", "written"), WORDS)
def test_the_words_of_a_head(words: str, written: str) -> None:
    assert parse_head(written).words == words


PERIODS = [("year", "2021"), ("year", "2021年度"), ("this_year", "本期"), ("this_year", "本年实际"), ("last_year", "上年同期"), ("last_year", "去年"), ("range", "1—9月"), ("month", "3月"), ("part", "上半年"), ("part", "第一季度"), ("year", "2021年立案数"), (None, "上年结转数量"), (None, "本年新收数量"), (None, "立案")]  # fmt: skip


@pytest.mark.parametrize(("kind", "written"), PERIODS)
def test_the_time_of_a_head(kind: str | None, written: str) -> None:
    period = parse_head(written).period
    assert (period.kind if period else None) == kind


FLAGS = [
    ("is_total", ["合计", "总计(件)", "合 计", "小计", "全市", "全县合计", "共计"]),
    ("is_subtotal", ["小计"]),
    ("is_change", ["同比", "增减", "增减(%)", "增长率", "比上年±%", "比上年增减(±)", "较上年同期增长(%)", "立案同比增减", "环比"]),
    ("is_target", ["年度计划", "目标值", "计划数", "任务数", "全年目标"]),
    ("of_which", ["其中:女", "其中女", "其中:1.当面申请"]),
    ("has_unit", ["立案(件)", "罚款(万元)"]),
]


@pytest.mark.parametrize(("flag", "written"), [(flag, each) for flag, listed in FLAGS for each in listed])
def test_what_a_head_is(flag: str, written: str) -> None:
    assert getattr(parse_head(written), flag) is True


@pytest.mark.parametrize("written", ["立案", "全能港", "合作港", "总部", "新增", "计划生育", "数量", "计量站"])
def test_heads_that_are_only_names(written: str) -> None:
    head = parse_head(written)
    assert head == Head(head.words)


SUBJECTS = [
    ("行政处罚", "表1  2022年度行政处罚实施情况统计表\n单位：件\n"),
    ("行政处罚案件", "表一：\n各镇街行政处罚案件数量统计表\n"),
    ("执法", "（三）2022年1—9月执法情况\n"),
    ("涉农行政许可", "涉农行政许可办理情况（单位：件）\n"),
    ("", "有关情况如下：\n单位：件\n"),
    ("", ""),
]


@pytest.mark.parametrize(("subject", "caption"), SUBJECTS)
def test_what_a_table_is_about(subject: str, caption: str) -> None:
    assert caption_subject(View.of(caption).text) == subject


@pytest.mark.parametrize(
    ("name", "heads"),
    [("", []), ("立案", ["立案"]), ("甲港立案", ["甲港", "立案"]), ("监督抽检批次", ["监督抽检", "抽检批次"]), ("行政处罚案件", ["行政处罚", "行政处罚案件"])],
)
def test_heads_put_together(name: str, heads: list[str]) -> None:
    assert composed(heads) == name
