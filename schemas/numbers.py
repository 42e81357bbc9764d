"""Decimals that leave the program as exact JSON numbers: no exponent, no trailing zeros, no binary rounding.

>>> plain(Decimal("1.77E+4")), plain(Decimal("0.250")), plain(Decimal("-0.0"))
('17700', '0.25', '0')
"""

from decimal import Decimal
from typing import Annotated

from pydantic import AfterValidator, PlainSerializer, WithJsonSchema


def plain(value: Decimal) -> str:
    """A finite decimal in as few plain digits as say it exactly.

    >>> plain(Decimal("1510365.0"))
    '1510365'
    """
    digits = format(value, "f")
    if "." in digits:
        digits = digits.rstrip("0").rstrip(".")
    return "0" if digits == "-0" else digits


def _shortened(value: Decimal) -> Decimal:
    return Decimal(plain(value))


def _number(value: Decimal) -> int | float:
    """For pydantic's own JSON. A float shows up to fifteen digits as they were; the writers keep any number of them."""
    digits = plain(value)
    return float(digits) if "." in digits else int(digits)


ExactNumber = Annotated[Decimal, AfterValidator(_shortened), PlainSerializer(_number, when_used="json"), WithJsonSchema({"type": "number"})]
