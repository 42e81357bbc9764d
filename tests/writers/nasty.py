"""Words that programs like to take for something else, in every place of a record where words of a report stand."""

from schemas import Issuer, Region, Report
from tests.writers.records import FINES, NONE, REPORT

WORDS = (
    '=HYPERLINK("http://example.org","看")', "=1+1", "+1", "-1", "@x", "＝1", "007", "0012", "350182199001011234", "123456789012345678", "3-5", "1/3", "3月5日",
    "2022-01-16", "10:30", "1E5", "12.50%", "1,234,567,890,123", '双引号"和"引号', "逗号，,分号;", "一行\n两行", "\tTAB", " 空格 ", "'撇号", "TRUE", "NULL", "#N/A",
    "[[link]]", "http://example.org/?a=1&b=2", "internal:x", "<b>&amp;</b>", "_x000D_", "表情😀𠮷", "|竖线|", "\\", "`", "*", "-", "=", "+", "@",
)  # fmt: skip


def nasty_reports() -> list[Report]:
    """A report for each of the words: its title, issuer, numbers, quote and name are made of it."""
    return [_nasty(words, place) for place, words in enumerate(WORDS)]


def _nasty(words: str, place: int) -> Report:
    evidence = FINES.evidence.model_copy(update={"quote": words})
    figure = FINES.model_copy(update={"name": words, "written": words, "category": words, "evidence": evidence})
    return REPORT.model_copy(
        update={
            "source": REPORT.source.model_copy(update={"path": f"{place:02}.txt"}),
            "title": words,
            "issuer": Issuer(name=words, region=Region(code="500154", name=words, level="county", path=(words,))),
            "index_number": words,
            "document_number": words,
            "addressees": (words,),
            "indicators": (figure, NONE),
            "numerals": (),
            "checks": (),
        }
    )
