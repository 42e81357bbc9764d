"""Values leave as exact JSON numbers."""

import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from schemas import ExactNumber, plain

NUMBER: TypeAdapter[Decimal] = TypeAdapter(ExactNumber)

WRITTEN = [
    (Decimal("1.77") * 10000, "17700"),
    (Decimal("151.0365") * 10000, "1510365"),
    (Decimal("3.2") * 10**8, "320000000"),
    (Decimal("1.2E+7"), "12000000"),
    (Decimal("0.25"), "0.25"),
    (Decimal("33.680"), "33.68"),
    (Decimal("0.1"), "0.1"),
    (Decimal("100.0"), "100"),
    (Decimal("-24.0"), "-24"),
    (Decimal("-0.00"), "0"),
    (Decimal("0E+5"), "0"),
    (Decimal("0.00001"), "0.00001"),
    (Decimal("123456789.012345"), "123456789.012345"),
    (Decimal("9" * 40), "9" * 40),
]


@pytest.mark.parametrize(("value", "text"), WRITTEN)
def test_a_value_is_written_plainly(value: Decimal, text: str) -> None:
    checked = NUMBER.validate_python(value)
    assert plain(value) == text
    assert NUMBER.dump_json(checked).decode() == text


@pytest.mark.parametrize("value", ["NaN", "Infinity", "-Infinity", "三", ""])
def test_what_is_no_number_is_refused(value: str) -> None:
    with pytest.raises(ValidationError):
        NUMBER.validate_python(value)


def test_a_value_stays_a_decimal_inside() -> None:
    assert isinstance(NUMBER.validate_python("0.1"), Decimal)
    assert isinstance(NUMBER.dump_python(NUMBER.validate_python("0.1")), Decimal)


@given(digits=st.integers(-(10**15) + 1, 10**15 - 1), places=st.integers(0, 9))
def test_fifteen_digits_survive_any_reader_of_json(digits: int, places: int) -> None:
    value = Decimal(digits).scaleb(-places)
    text = NUMBER.dump_json(NUMBER.validate_python(value)).decode()
    assert NUMBER.validate_json(text) == value
    assert Decimal(repr(json.loads(text))) == value


@given(value=st.decimals(allow_nan=False, allow_infinity=False, places=6))
def test_plain_digits_lose_nothing(value: Decimal) -> None:
    assert Decimal(plain(value)) == value
