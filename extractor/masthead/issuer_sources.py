"""Where a report names its own authority, the surest place first.

>>> text = "内丘县司法局关于2021年度法治政府建设情况的报告"
>>> claims = find_claims(IssuerClues(text, Span(0, len(text)), text, Span(0, len(text))))
>>> [(claim.source, claim.agencies[0].office) for claim in claims][0]
('title', '司法局')
"""

from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import regex

from extractor.masthead.departments import is_core, is_known, parse_department, split_office
from extractor.masthead.issuer_agencies import KINDS, Agency, find_agencies, find_fields, parse_agencies, parse_agency, read_places
from extractor.masthead.issuer_clues import IssuerClues
from extractor.masthead.issuer_town import ACTS, CLAUSE_BEGINS
from extractor.spans import Span

_NATIONAL = ("国家", "中国", "国务院")
OPENING = 400  # code points: the salutation and first paragraph, where a report speaks of itself

_YEAR = r"(?:20[\d*xX×]{2}|二[〇○零OＯ０0][一二三四五六七八九〇○零]{2})年?度?"
_LEADING = regex.compile(rf"(?:关于|报送|呈报|上报|印发|公布|发布|{_YEAR})*")
_NAME_ENDS = regex.compile(rf"关于|{_YEAR}|(?<!依)法治(?!.?委)|依法行政|年度|推进|贯彻|落实|履行|(?<!综合|管理)行政执法工作|政府信息公开|(?:发布|公布)(?=20)")
_TOWN = regex.compile(r"(?!(?:乡|城|村|集|各)镇$)\p{Han}{1,6}(?:镇|乡|街道|苏木)")
_DATE = regex.compile(r" ?(?:20\d{2}年|二[〇○零]).*$")
_NUMBER_CODE = regex.compile(r"\p{Han}{3,10}(?=[〔\[(【])")
_HEADING_TAIL = regex.compile(r"(?:文件|公文|函)$")
_SITE_TAIL = regex.compile(r"(?:政府|政务)?(?:门户|官方)?(?:网站|官网|信息网|公众网|网)$")
_GOVERNMENTS = ("人民政府", "政府")
_LINE = regex.compile(r"[^\n]+")
_PRONOUN = regex.compile(rf"[我本](?P<kind>支队|大队|总队|中心|街道|[局委厅办院队镇乡])|(?:我|本(?=县))(?P<area>[{KINDS}])(?!们)")
_CITED = regex.compile(r"《[^《》\n]{2,200}》?")
_ISSUING = regex.compile(r"(?:制[定订发]|印发|出台|修订|下发|编制|制定完善|完善)(?:了|出台|并印发|了?《[^《》\n]{2,80}》[、和及])*$")
_SHORT_FOR = regex.compile(r"\((?:以下|下)(?:简)?称")
_ACTING = regex.compile(rf"{CLAUSE_BEGINS}(?P<name>\p{{Han}}{{3,30}}?)(?={ACTS})")
_UNLIKE_SUBJECT = regex.compile(r"(?:[在由经向和与、按据照会同合报对省市]|以及|配合|协助|收到|获)$")

# What the name of an office contains of which its people say 我局, 我委 and so on.
_ENDINGS = {
    "局": ("局",),
    "委": ("委", "委员会"),
    "厅": ("厅",),
    "办": ("办", "办公室", "办事处"),
    "院": ("院",),
    "队": ("队",),
    "中心": ("中心",),
    "镇": ("镇人民政府", "镇政府"),
    "乡": ("乡人民政府", "乡政府"),
    "街道": ("办事处", "街道办"),
}


@dataclass(frozen=True, slots=True)
class Claim:
    """Authorities that one place in the text gives as those that report; more than one where they report jointly."""

    source: str
    agencies: tuple[Agency, ...]


def find_claims(clues: IssuerClues) -> list[Claim]:
    """All that the text claims of its issuer, the surest first; the running text is asked only where the rest names no place."""
    claims = [claim for find in _SOURCES for claim in find(clues)]
    is_enough = claims and any(agency.places or is_national(agency) for agency in claims[0].agencies)
    return claims if is_enough else [*claims, *_find_in_body(clues), *_find_site(clues)]


def is_national(agency: Agency) -> bool:
    """Whether an authority is one of the whole country.

    >>> from extractor.masthead.issuer_agencies import parse_agency
    >>> is_national(parse_agency("司法部")), is_national(parse_agency("江西省司法厅"))
    (True, False)
    """
    if agency.places or agency.relative or agency.zone:
        return False
    return agency.office.startswith(_NATIONAL) or is_known(agency.office) and agency.office.endswith(("部", "署", "总局"))


def find_pronoun(clues: IssuerClues) -> str | None:
    """How the report calls itself: 局 of 我局; of an area (我市) only where it never speaks of an office.

    >>> find_pronoun(IssuerClues("我市经济向好,我局积极履职。", Span(0, 14)))
    '局'
    """
    matches = list(_PRONOUN.finditer(clues.text, *clues.body))
    kinds = [match["kind"] for match in matches if match["kind"]] + [match["area"] for match in matches if match["area"]]
    return kinds[0] if kinds else None


def agrees(office: str, pronoun: str | None) -> bool:
    """Whether an office may call itself by a pronoun.

    >>> agrees("卫生健康委", "委"), agrees("人民政府办公室", "局"), agrees("消防救援支队", "支队")
    (True, False, True)
    """
    if pronoun is None or pronoun in KINDS:
        return True
    return office.endswith(_ENDINGS.get(pronoun, (pronoun,)))


def find_title_place(clues: IssuerClues) -> tuple[str, ...]:
    """The place in a title that names a place and no office.

    >>> find_title_place(IssuerClues("", Span(0, 0), "2021年玉环市法治政府建设年度报告"))
    ('玉环市',)
    """
    title = clues.title or ""
    inside = _name_in_title(title)
    places, end = read_places(title, inside)
    return places if end == inside.end else ()


def _name_in_title(title: str) -> Span:
    start = match.end() if (match := _LEADING.match(title)) else 0
    end = match.start() if (match := _NAME_ENDS.search(title, start)) else len(title)
    return Span(start, end)


def _find_in_title(clues: IssuerClues) -> Iterator[Claim]:
    title = clues.title or ""
    inside = _name_in_title(title)
    at = clues.text.find(title[inside.slice], *clues.title_span) if clues.title_span else -1
    agencies = _named_in(title, inside)
    if at >= 0:
        yield from _claims("title", tuple(_moved(agency, at - inside.start) for agency in agencies))
    else:
        yield from _claims("title", tuple(replace(agency, span=clues.title_span or Span(0, 0)) for agency in agencies))


def _named_in(text: str, span: Span) -> tuple[Agency, ...]:
    """The authorities of a line; a town alone stands for its government, and a trailing date for nothing."""
    date = _DATE.search(text, *span)
    span = Span(span.start, date.start() if date else span.end)
    if agencies := parse_agencies(text, span):
        return agencies
    places, start = read_places(text, span)
    town = text[start : span.end]
    office = town + ("办事处" if town.endswith("街道") else "人民政府")
    return (Agency(span, "", places, "", "", office),) if _TOWN.fullmatch(town) else ()


def _moved(agency: Agency, distance: int) -> Agency:
    return replace(agency, span=Span(agency.span.start + distance, agency.span.end + distance))


def _find_in_signature(clues: IssuerClues) -> Iterator[Claim]:
    if clues.signature:
        yield from _claims("signature", _named_in(clues.text, clues.signature[1]))


def _find_beside_title(clues: IssuerClues) -> Iterator[Claim]:
    """The line of its own above or below a title, or at the head of a text that has none."""
    first, last = clues.title_span or Span(clues.body.start, clues.body.start)
    above = list(_LINE.finditer(clues.text, max(0, first - 60), first))[-2:] if clues.title_span else []
    below = list(_LINE.finditer(clues.text, last, min(len(clues.text), last + 120)))[:2]
    for line in [*above, *below]:
        tail = _HEADING_TAIL.search(line.group())
        end = line.end() - (len(tail.group()) if tail else 0)
        agencies = parse_agencies(clues.text, Span(line.start(), end))
        if all(agency.places or agency.head or agency.zone or is_national(agency) for agency in agencies):
            yield from _claims("heading", agencies)


def _find_publisher(clues: IssuerClues) -> Iterator[Claim]:
    if clues.publisher:
        agencies = _named_in(clues.text, clues.publisher[1])
        if agencies and agrees(agencies[0].office, find_pronoun(clues)):
            yield from _claims("publisher", agencies)


def _find_site(clues: IssuerClues) -> Iterator[Claim]:
    """The authority whose own site the page is of; that of a government publishes for all its offices."""
    pronoun = find_pronoun(clues)
    if clues.site and pronoun:
        name = _SITE_TAIL.sub("", clues.site[0])
        agencies = _named_in(clues.text, Span(clues.site[1].start, clues.site[1].start + len(name)))
        if len(agencies) == 1 and agencies[0].office not in _GOVERNMENTS and agrees(agencies[0].office, pronoun):
            yield from _claims("site", agencies)


def _find_in_body(clues: IssuerClues) -> Iterator[Claim]:
    """Names in the running text: one that is given a short form, a subject of the opening, a field, one on a paper of its own."""
    pronoun = find_pronoun(clues)
    agencies = [agency for agency in find_agencies(clues.text, clues.body) if agrees(agency.office, pronoun) and agency.office != "政府"]
    cited = [Span(*match.span()) for match in _CITED.finditer(clues.text, *clues.body)]
    papers = [(agency, _paper_of(agency, cited)) for agency in agencies]
    outside = [agency for agency, paper in papers if paper is None]
    opening = [agency for agency in outside if agency.span.start < clues.body.start + OPENING]
    yield from (Claim("short form", (agency,)) for agency in outside if _SHORT_FOR.match(clues.text, agency.span.end))
    yield from _find_acting(clues, pronoun)
    yield from (Claim("subject", (agency,)) for agency in opening if agency.places and _is_subject(clues.text, agency))
    yield from _find_field(clues, outside)
    yield from (Claim("subject", (agency,)) for agency in opening if agency.relative and _is_subject(clues.text, agency))
    yield from (Claim("cited", (agency,)) for agency, paper in papers if paper and _is_own_paper(clues.text, paper, agency))
    yield from _find_in_number(clues, pronoun)


def _find_in_number(clues: IssuerClues, pronoun: str | None) -> Iterator[Claim]:
    """The short form that a 发文字号 begins with: 淮阴医保〔2023〕4号 is of the 医保局 where the report says 我局."""
    code = _NUMBER_CODE.match(clues.document_number or "")
    if not code or pronoun not in ("局", "委", "厅"):
        return
    parts = (code.group()[start:end] for end in range(len(code.group()), 2, -1) for start in range(1, end - 1))
    core = next((part for part in parts if is_core(part, pronoun)), None)
    place = clues.text.find(code.group(), *clues.body)
    span = Span(place, place + len(code.group())) if place >= 0 else Span(clues.body.start, clues.body.start)
    yield from (Claim("number", (Agency(span, "", (), "", "", core + pronoun),)) for core in [core] if core)


def _find_acting(clues: IssuerClues, pronoun: str | None) -> Iterator[Claim]:
    """An authority of any kind that the opening says does something, as in 赤峰市住房公积金中心坚持."""
    for match in _ACTING.finditer(clues.text, clues.body.start, min(clues.body.end, clues.body.start + OPENING)):
        agency = parse_agency(clues.text, Span(*match.span("name")))
        if agency and (agency.places or agency.zone or is_national(agency)) and agrees(agency.office, pronoun):
            yield Claim("subject", (agency,))


def _find_field(clues: IssuerClues, offices: list[Agency]) -> Iterator[Claim]:
    """北碚区卫生健康系统 in the opening, with the name that the text gives the office itself: 区卫生健康委."""
    opening = Span(clues.body.start, min(clues.body.end, clues.body.start + OPENING))
    for field in find_fields(clues.text, opening):
        department = parse_department(field.office + "局")
        kinds = {place[-1] for place in field.places[-1:]} or {field.relative}
        same = [office for office in offices if parse_department(office.office) == department]
        named = [office for office in same if (office.relative in kinds or office.places == field.places)]
        if named and field.places:
            yield Claim("field", (Agency(field.span, "", field.places, "", "", named[0].office),))


def _is_subject(text: str, agency: Agency) -> bool:
    return _UNLIKE_SUBJECT.search(text, max(0, agency.span.start - 4), agency.span.start) is None


def _paper_of(agency: Agency, cited: list[Span]) -> Span | None:
    """The cited paper in whose name an agency stands; the papers are in the order of the text."""
    last = bisect_right(cited, agency.span.start, key=lambda paper: paper.start) - 1
    return cited[last] if last >= 0 and cited[last].covers(agency.span) else None


def _is_own_paper(text: str, paper: Span, agency: Agency) -> bool:
    """Whether a cited paper begins with an office that, by the verb before it, wrote it."""
    begins = agency.span.start <= paper.start + 3
    return begins and bool(agency.places) and _ISSUING.search(text, max(0, paper.start - 100), paper.start) is not None


def _claims(source: str, agencies: tuple[Agency, ...]) -> Iterator[Claim]:
    if agencies and _is_telling(agencies[0]):
        yield Claim(source, agencies)


def _is_telling(agency: Agency) -> bool:
    """办公室 alone may be anybody's."""
    core, suffix = split_office(agency.office)
    return bool(agency.places or agency.relative or agency.zone or agency.head) or bool(core and suffix)


_SOURCES: tuple[Callable[[IssuerClues], Iterator[Claim]], ...] = (
    _find_in_title,
    _find_in_signature,
    _find_beside_title,
    _find_publisher,
)
