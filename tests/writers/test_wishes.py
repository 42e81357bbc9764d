"""What is asked of an output: columns, lines, units and names."""

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest

from extractor.writers import FORMATS, Target, load_writer
from extractor.writers.cells import Cell
from extractor.writers.checking import check_wishes
from extractor.writers.columns import columns_of, names_of
from extractor.writers.errors import WishError
from extractor.writers.tables import Table, filtered, table_of
from extractor.writers.wishes import Condition, Wishes, parse_condition
from schemas import Report
from tests.writers.records import EMPTY, NONE, REPORT


def rows(reports: list[Report] | None = None, **wishes: Any) -> list[tuple[Cell, ...]]:
    return list(table_of([REPORT, EMPTY] if reports is None else reports, Wishes(**wishes)).rows)


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("code=penalty.*", ("code", "=", "penalty.*")),
        ("code = penalty.*", ("code", "=", "penalty.*")),
        ("unit!=%", ("unit", "!=", "%")),
        ("year>=2020", ("year", ">=", "2020")),
        ("year<2020", ("year", "<", "2020")),
        ("quote=a=b>c", ("quote", "=", "a=b>c")),
        ("category=", ("category", "=", "")),
    ],
)
def test_a_condition_is_read(text: str, condition: tuple[str, str, str]) -> None:
    assert parse_condition(text) == Condition(*condition)


@pytest.mark.parametrize("text", ["code", "", "=x", "  >3"])
def test_what_is_no_condition(text: str) -> None:
    with pytest.raises(WishError, match="is no condition"):
        parse_condition(text)


@pytest.mark.parametrize(
    ("text", "cell", "holds"),
    [
        ("c=penalty.*", "penalty.fines", True),
        ("c=penalty.*", None, False),
        ("c=", None, True),
        ("c!=", None, False),
        ("c=a,b*", "bc", True),
        ("c!=a,b*", "bc", False),
        ("c=Penalty.*", "penalty.fines", False),
        ("c=true", True, True),
        ("c=17700", Decimal("17700.0"), True),
        ("c>=17700", Decimal("17700.0"), True),
        ("c>17700", Decimal("17700.0"), False),
        ("c<0.1", Decimal("0.09999999999999999999"), True),
        ("c<5", None, False),
        ("c>5", None, False),
        ("c>=2022-01-16", dt.date(2022, 1, 16), True),
        ("c=2022-*", dt.date(2022, 1, 16), True),
        ("c>b", "c", True),
        ("c=='x", "='x", True),
    ],
)
def test_a_condition_holds(text: str, cell: Cell, holds: bool) -> None:
    assert parse_condition(text).holds(cell) is holds


def test_what_cannot_be_compared_is_told() -> None:
    with pytest.raises(WishError, match="many cannot be compared with 3"):
        Condition("c", ">", "many").holds(3)


class TestLines:
    def test_conditions_have_to_hold_all(self) -> None:
        assert [row[COLUMNS.index("id")] for row in rows(where=(Condition("code", "=", ""), Condition("value", ">", "-5")))] == [2, 3]

    def test_codes(self) -> None:
        assert [row[COLUMNS.index("code")] for row in rows(codes=("review.*", "penalty.f*"))] == ["penalty.fines"]

    def test_a_condition_on_the_report_holds_for_its_lines(self) -> None:
        assert len(rows(where=(Condition("department", "=", "水利"),))) == 3
        assert rows(where=(Condition("department", "=", "教育"),)) == []

    def test_a_column_that_is_nowhere(self) -> None:
        with pytest.raises(WishError, match="there is no column mood in sections"):
            rows(shape="sections", where=(Condition("mood", "=", "good"),))

    def test_records_stay_whole_where_only_reports_are_chosen(self) -> None:
        wishes = Wishes(where=(Condition("year", ">=", "2022"),))
        (line,) = load_writer("jsonl")([REPORT, EMPTY], Target(), wishes)
        assert line.startswith(b'{"schema_version"')

    def test_records_become_lines_where_lines_are_chosen(self) -> None:
        (line,) = load_writer("jsonl")([REPORT], Target(), Wishes(codes=("penalty.*",), columns=("code", "value", "period_end")))
        assert line == b'{"code":"penalty.fines","value":1510365,"period_end":"2022-11-30"}\n'


class TestColumns:
    def test_in_the_order_in_which_they_are_asked_for(self) -> None:
        table = table_of([REPORT], Wishes(columns=("value", "报告年度", "region code")))
        assert names_of(table.columns) == ("value", "year", "region_code")
        assert next(table.rows) == (1510365, 2022, "500154")

    def test_a_single_one(self) -> None:
        assert rows([REPORT], columns=("id",)) == [(1,), (2,), (3,)]

    def test_one_that_there_is_not(self) -> None:
        with pytest.raises(WishError, match="there is no column isuer; did you mean issuer"):
            rows(columns=("isuer",))


class TestUnitsAndNames:
    def test_money(self) -> None:
        shown = rows([REPORT], columns=("value", "unit", "written"), money="万元")
        assert shown == [(Decimal("151.0365"), "万元", "151.0365万元"), (Decimal("-0.25"), "%", "-0.25%"), (0, "件", "")]

    def test_money_of_any_number_of_digits(self) -> None:
        report = REPORT.model_copy(update={"indicators": (NONE.model_copy(update={"unit": "元", "value": Decimal("9" * 40 + ".01")}),)})
        assert rows([report], columns=("value",), money="万元") == [(Decimal("9" * 36 + ".999901"),)]

    @pytest.mark.parametrize(("lang", "name"), [("en", "fines"), ("zh", "罚款金额"), (None, "罚款金额")])
    def test_names_of_indicators(self, lang: Any, name: str) -> None:
        assert rows([REPORT], lang=lang, names={"penalty.fines": ("罚款", "fines")}, columns=("name",))[0] == (name,)

    def test_names_of_columns(self) -> None:
        for lang, title in (("zh", "报告年度"), ("en", "year"), (None, "year")):
            data = b"".join(load_writer("csv")([], Target(), Wishes(lang=lang, columns=("year",))))  # type: ignore[arg-type]
            assert data.decode().strip() == title


class TestChecking:
    @pytest.mark.parametrize(
        ("name", "wishes", "complaint"),
        [
            ("parquet", {"header": False}, "--no-header says nothing of parquet; it is for csv, tsv"),
            ("jsonl", {"encoding": "gb18030"}, "--output-encoding says nothing of jsonl"),
            ("xlsx", {"decimal": ","}, "--decimal says nothing of xlsx"),
            ("sqlite", {"plain": True}, "--plain says nothing of sqlite"),
            ("sqlite", {"columns": ("year",)}, "sqlite holds several tables: say by --shape which of them has the columns"),
            ("csv", {"columns": ("mood",)}, "there is no column mood; there are source"),
            ("csv", {"shape": "checks", "codes": ("penalty.*",)}, "there is no column code in checks"),
        ],
    )
    def test_what_cannot_be_meant(self, name: str, wishes: dict[str, Any], complaint: str) -> None:
        with pytest.raises(WishError) as caught:
            check_wishes(name, Wishes(**wishes))
        assert str(caught.value).startswith(complaint)

    @pytest.mark.parametrize("name", FORMATS)
    def test_shapes_and_lines_go_with_every_format(self, name: str) -> None:
        check_wishes(name, Wishes(shape="panel", columns=("year", "penalty.fines"), codes=("penalty.*",), lang="zh", money="万元"))

    def test_a_table_that_is_ready_has_its_own_columns(self) -> None:
        check_wishes("csv", Wishes(where=(Condition("change", "=", "gone"),)), "diff")
        with pytest.raises(WishError, match="--shape says nothing of diff"):
            check_wishes("csv", Wishes(shape="panel"), "diff")
        table = Table("diff", columns_of("diff"), [[("gone", *[None] * 18), ("new", *[None] * 18)]])
        assert [row[0] for row in filtered(table, Wishes(where=(Condition("change", "=", "new"),))).rows] == ["new"]


COLUMNS = names_of(columns_of("indicators"))
