"""Every passage of the corpus is read right, or says why not."""

import pytest

from tests.passages import Passage, expected, found, load_passages, read


def _params() -> list[object]:
    return [
        pytest.param(p, id=p.name, marks=pytest.mark.xfail(reason=p.xfail, strict=True) if p.xfail else ())  # one test a passage
        for p in load_passages()
    ]


@pytest.mark.parametrize("passage", _params())
def test_a_passage(passage: Passage) -> None:
    result = read(passage)
    readings = result.findings.readings
    got = [(result.text[r.frame.quantity.digits.start :][:1], found(r)) for r in readings]
    want = [(figure["at"].translate(_FOLD)[:1], expected(figure, passage.year)) for figure in passage.figures]
    for wanted in want:
        if wanted[1]["code"] is None:
            wanted[1].pop("part")
    for (_, reading), (_, figure) in zip(got, want, strict=False):
        if "part" not in figure:
            reading.pop("part")
    assert got == want
    zeros = [(d.code, result.text[d.span.slice]) for d in result.findings.denials if d.code]
    wanted_zeros = [(z["code"], z["quote"]) for z in passage.zeros if z.get("code")]
    assert sorted(code for code, _ in zeros) == sorted(code for code, _ in wanted_zeros), zeros
    for other in passage.others:
        kinds = {n.kind for n in result.numerals if other["at"].translate(_FOLD) in n.written}
        assert other["kind"] in kinds, (other, kinds)


_FOLD = {0xFF10 + digit: str(digit) for digit in range(10)} | {ord("，"): ",", ord("．"): "."}
