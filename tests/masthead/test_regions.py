"""The table of divisions: what it holds, and what a name means in a year."""

import subprocess
import sys
from itertools import chain

import pytest

from extractor.masthead.issuer_zone import load_zones
from extractor.masthead.regions import Division, Region, find_successor, load_regions

TABLE = load_regions()
DIVISIONS = sorted({division for name in TABLE.names for year in (2012, 2017, 2021, 2026) for division in TABLE.named(name, year)})


@pytest.mark.parametrize(
    ("name", "year", "code"),
    [
        ("开县", 2014, "500234"),
        ("开州区", 2017, "500154"),
        ("渝北区", 2020, "500112"),
        ("渝北区", 2025, "500112"),
        ("两江新区", 2025, "500157"),
        ("玉环县", 2016, "331021"),
        ("玉环市", 2017, "331083"),
        ("公主岭市", 2019, "220381"),
        ("公主岭市", 2020, "220184"),
        ("三元区", 2020, "350403"),
        ("三元区", 2021, "350404"),
        ("枞阳县", 2014, "340823"),
        ("枞阳县", 2015, "340722"),
        ("寿县", 2016, "340422"),
        ("儋州市", 2013, "469003"),
        ("儋州市", 2016, "460400"),
        ("日喀则市", 2013, "542301"),
        ("日喀则市", 2016, "540200"),
        ("莱芜市", 2015, "371200"),
        ("襄都区", 2021, "130502"),
        ("崇川区", 2018, "320602"),
        ("崇川区", 2021, "320613"),
        ("浦东新区", 2012, "310115"),
        ("神农架林区", 2020, "429021"),
        ("延边朝鲜族自治州", 2020, "222400"),
        ("内蒙古", 2020, "150000"),
        ("巴州", 2020, "652800"),
        ("积石山县", 2020, "622927"),
        ("鄂伦春旗", 2020, "150723"),
        ("玉环", 2020, "331083"),
    ],
)
def test_a_name_has_the_code_of_the_year(name: str, year: int, code: str) -> None:
    assert [division.code for division in TABLE.named(name, year)] == [code]


@pytest.mark.parametrize(
    ("code", "year", "path"),
    [
        ("500154", 2020, ("重庆市", "开州区")),
        ("331083", 2020, ("浙江省", "台州市", "玉环市")),
        ("429004", 2020, ("湖北省", "仙桃市")),
        ("371202", 2016, ("山东省", "莱芜市", "莱城区")),
        ("130502", 2018, ("河北省", "邢台市", "桥东区")),
        ("130502", 2021, ("河北省", "邢台市", "襄都区")),
        ("542121", 2012, ("西藏自治区", "昌都地区", "昌都县")),
        ("659001", 2020, ("新疆维吾尔自治区", "石河子市")),
        ("110000", 2020, ("北京市",)),
        ("441900", 2020, ("广东省", "东莞市")),
    ],
)
def test_the_path_goes_from_the_province_down(code: str, year: int, path: tuple[str, ...]) -> None:
    division = TABLE.coded(code, year)
    assert division is not None
    assert TABLE.region(division, year).path == path


@pytest.mark.parametrize(
    ("places", "code"),
    [
        (("徐州市", "鼓楼区"), "320302"),
        (("江苏省", "南京市", "鼓楼区"), "320106"),
        (("天津市", "和平区"), "120101"),
        (("辽宁省", "沈阳市", "和平区"), "210102"),
        (("晋城市", "城区"), "140502"),
        (("济南市", "市中区"), "370103"),
        (("台州", "玉环"), "331083"),
        (("长沙市", "长沙县"), "430121"),
        (("海北州", "门源县"), "632221"),
    ],
)
def test_a_chain_tells_places_of_one_name_apart(places: tuple[str, ...], code: str) -> None:
    assert [division.code for division in TABLE.named_in_chain(places, 2021)] == [code]


def test_a_name_of_many_places_keeps_them_all() -> None:
    assert {division.code for division in TABLE.named("鼓楼区", 2021)} == {"320106", "320302", "350102", "410204"}


@pytest.mark.parametrize(("code", "successor"), [("500234", "500154"), ("500112", "500157"), ("330103", "330105"), ("130102", "130102"), ("469003", "460400")])
def test_successors(code: str, successor: str) -> None:
    assert find_successor(code) == successor


def test_unknown_names_and_codes() -> None:
    assert (TABLE.named("无此县"), TABLE.coded("999999"), TABLE.named_in_chain(())) == ((), None, ())


def test_levels_and_lengths_hold_for_every_line() -> None:
    for division in DIVISIONS:
        zeros = {"province": "0000", "city": "00", "county": ""}[division.level]
        assert division.code.endswith(zeros)
        assert division.first <= division.last


def test_every_successor_and_every_host_of_a_zone_is_in_the_table() -> None:
    successors = {division.successor for division in DIVISIONS if division.successor}
    assert all(code in TABLE.codes for code in chain(successors, load_zones().values()))


def test_every_county_has_its_province_above_it() -> None:
    for division in DIVISIONS:
        path = TABLE.region(division, max(division.first, 2012)).path
        assert len(path) >= {"province": 1, "city": 2, "county": 2}[division.level]


def test_a_region_is_a_plain_value() -> None:
    division = Division("110000", "北京市", "province", 1980, 9999, "")
    assert TABLE.region(division) == Region("110000", "北京市", "province", ("北京市",))


def test_nothing_is_read_before_it_is_needed() -> None:
    script = "import extractor.masthead.issuer as issuer, extractor.masthead.regions as regions; print(regions.load_regions.cache_info().currsize)"
    assert subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout.strip() == "0"
