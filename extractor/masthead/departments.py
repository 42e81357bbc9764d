"""Which department an office is, whatever it calls itself: 卫健委, 卫生和计划生育局 and 卫生健康委员会 are one.

>>> parse_department("卫健委"), parse_department("卫生和计划生育局"), parse_department("地震局")
('卫生健康', '卫生健康', '地震')
>>> official_offices("卫健委"), official_offices("发改局")
(('卫生健康委员会',), ('发展和改革局', '发展改革局'))
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import regex

_TABLE = Path(__file__).parents[1] / "data" / "departments.tsv"

# The last words of offices, each with what it is short for; one that ends in another stands before it.
_SUFFIXES = {
    "管理委员会": "管理委员会",
    "管委会": "管理委员会",
    "人民政府办公室": "人民政府办公室",
    "人民政府办公厅": "人民政府办公厅",
    "政府办公室": "人民政府办公室",
    "政府办公厅": "人民政府办公厅",
    "政府办": "人民政府办公室",
    "人民政府": "人民政府",
    "政府": "人民政府",
    "街道办事处": "街道办事处",
    "街道办": "街道办事处",
    "委员会办公室": "委员会办公室",
    "领导小组办公室": "领导小组办公室",
    "委员会": "委员会",
    "委": "委员会",
    "办公室": "办公室",
    "办公厅": "办公厅",
    "办": "办公室",
    "总局": "总局",
    "分局": "分局",
    "局": "局",
    "厅": "厅",
    "部": "部",
    "行政公署": "行政公署",
    "总署": "总署",
    "署": "署",
    "处": "处",
    "总队": "总队",
    "支队": "支队",
    "大队": "大队",
    "队": "队",
    "所": "所",
}
_BRANCH = regex.compile(r"(?<=[局委会厅署])\p{Han}{2,12}(?:分局|管理局|总队|支队|大队)$")
_NATIONAL = ("国家", "国务院")
_GOVERNMENT = regex.compile(r"(?:\p{Han}+?(?P<kind>民族乡|镇|乡|苏木|街道))?(?:人民政府|办事处|行政公署)")
_NO_PART_OF_CORE = regex.compile(r"^(?:国家|国务院|中国|委员会|委)(?=\p{Han})")  # 委 of 中共玉环市委 + 全面依法治市委员会办公室
_OUTPOSTS = frozenset({"海关", "调查队", "中心支行", "监管分局", "监管局", "监察专员办事处"})  # what offices of the central government are called in a place
_JOINING = frozenset({"局", "委员会", "厅", "办公室"})  # only such an office may have the fields of several departments in its name


@dataclass(frozen=True, slots=True)
class Departments:
    """``cores`` gives the department of every core of a full name, ``shorts`` the full cores that a short one stands for."""

    cores: dict[str, str]
    shorts: dict[str, tuple[str, ...]]


@cache
def load_departments() -> Departments:
    """The packaged table, read once."""
    cores: dict[str, str] = {}
    shorts: dict[str, tuple[str, ...]] = {}
    for line in _TABLE.read_text(encoding="utf-8").splitlines()[1:]:
        department, full, short = line.split("\t")
        cores |= dict.fromkeys(full.split(","), department)
        shorts |= {name: tuple(meant.split("|")) for name, _, meant in (entry.partition("=") for entry in short.split(",") if entry)}
    return Departments(cores, shorts)


def is_core(core: str, suffix: str) -> bool:
    """Whether a department is called so before a last word; by a single character only before 委.

    >>> is_core("教育", "局"), is_core("教", "委"), is_core("教", "局")
    (True, True, False)
    """
    table = load_departments()
    return bool(suffix) and (core in table.cores or core in table.shorts) and (len(core) > 1 or suffix == "委")


def split_office(office: str) -> tuple[str, str]:
    """The core of an office's name and its last word as written.

    >>> split_office("卫生健康委员会"), split_office("消防救援支队"), split_office("海关")
    (('卫生健康', '委员会'), ('消防救援', '支队'), ('海关', ''))
    """
    if office in _SUFFIXES:
        return (office, "")
    splits = [(office.removesuffix(suffix), suffix) for suffix in _SUFFIXES if office.endswith(suffix)]
    return next((split for split in splits if is_core(*split)), splits[0] if splits else (office, ""))


def official_offices(office: str) -> tuple[str, ...]:
    """The full names that a name may be short for, the usual one first; the name itself where it is full.

    >>> official_offices("住房和城乡建设局"), official_offices("高新区管委会")
    (('住房和城乡建设局',), ('高新区管理委员会',))
    """
    table = load_departments()
    if branch := _BRANCH.search(office):
        return tuple(full + branch.group() for full in official_offices(office[: branch.start()]))
    for head in _NATIONAL:
        if office.startswith(head) and is_known(office.removeprefix(head)):
            return tuple(head + full for full in official_offices(office.removeprefix(head)))
    core, suffix = split_office(office)
    if not suffix:
        return ("委员会", "委") if office == "委" else (_SUFFIXES.get(office, office),)  # 中共开州区委 is a name too
    is_full = core in table.cores and not (suffix == "委" and core in table.shorts)  # 发展改革委 is short for 发展和改革委员会
    cores = (core,) if is_full else table.shorts.get(core, (core,))
    return tuple(full + _SUFFIXES[suffix] for full in cores)


def is_official(office: str) -> bool:
    """Whether a name of an office is one in full.

    >>> is_official("卫生健康局"), is_official("卫生健康委"), is_official("卫健局")
    (True, False, False)
    """
    return office in official_offices(office)


def is_known(office: str) -> bool:
    """Whether a text is the whole name of an office of a kind that every place has.

    >>> is_known("卫健局"), is_known("人民政府"), is_known("公安局渝北区分局"), is_known("场监督管理局")
    (True, True, True, False)
    """
    office = _BRANCH.sub("", office)
    return office in _SUFFIXES or office in _OUTPOSTS or is_core(*split_office(office))


def parse_department(office: str) -> str | None:
    """The department of an office, in the name of today; None where nothing is said of one.

    >>> parse_department("金店镇人民政府"), parse_department("人民政府"), parse_department("高新技术产业开发区管委会")
    ('镇人民政府', '人民政府', '管理委员会')
    >>> parse_department("公安局渝北区分局"), parse_department("文化旅游和体育局"), parse_department("局")
    ('公安', '文化和旅游', None)
    """
    full = official_offices(_BRANCH.sub("", office))[0]
    if full in ("街道办事处", "人民政府办公室", "人民政府办公厅"):
        return full
    if government := _GOVERNMENT.fullmatch(full):
        return _government(government["kind"])
    if full.endswith("管理委员会") and _NO_PART_OF_CORE.sub("", full).removesuffix("委员会") not in load_departments().cores:
        return "管理委员会"
    core, suffix = split_office(full)
    return None if core in _SUFFIXES or not core else _department_of(core, suffix)


def _government(kind: str | None) -> str:
    if kind is None:
        return "人民政府"
    return "街道办事处" if kind == "街道" else kind.removeprefix("民族") + "人民政府"


def _department_of(core: str, suffix: str) -> str:
    """The department of a core; of one that joins several fields, that of the first."""
    known = load_departments().cores
    core = core if core in known else _NO_PART_OF_CORE.sub("", core)
    shortest = 2 if suffix in _JOINING else len(core)
    starts = (core[:length] for length in range(len(core), shortest - 1, -1))
    return next((known[start] for start in starts if start in known), core)
