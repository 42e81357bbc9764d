"""Half-open ranges: what holds of two of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.spans import Span

PLACES = st.integers(0, 30)
SPANS = st.builds(lambda start, length: Span(start, start + length), PLACES, PLACES)


@pytest.mark.parametrize(
    ("one", "other", "overlap", "covers"),
    [
        (Span(2, 6), Span(2, 6), True, True),
        (Span(2, 6), Span(3, 5), True, True),
        (Span(2, 6), Span(5, 7), True, False),
        (Span(2, 6), Span(6, 8), False, False),
        (Span(2, 6), Span(0, 2), False, False),
        (Span(2, 6), Span(0, 9), True, False),
        (Span(2, 6), Span(6, 6), False, True),
    ],
)
def test_two_spans(one: Span, other: Span, overlap: bool, covers: bool) -> None:
    assert one.overlaps(other) is overlap
    assert other.overlaps(one) is overlap
    assert one.covers(other) is covers


@given(SPANS, SPANS)
def test_overlap_is_a_shared_code_point(one: Span, other: Span) -> None:
    assert one.overlaps(other) == bool(set(range(*one)) & set(range(*other))) or one.start == one.end or other.start == other.end


@given(SPANS, SPANS)
def test_what_is_covered_has_all_its_code_points_within(one: Span, other: Span) -> None:
    if one.covers(other):
        assert set(range(*other)) <= set(range(*one))


@given(st.text(max_size=60), SPANS)
def test_a_span_cuts_a_string(text: str, span: Span) -> None:
    assert text[span.slice] == text[span.start : span.end]
