"""Folders of small reports, good and bad, and what a store holds of them."""

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import Any
from zipfile import ZipFile

# Tables that tell of runs and of the file system, and not of reports.
PASSING = frozenset({"runs", "stamps", "sqlite_sequence"})

_PLACES = "林泽县 云岭县 安河市 东屏区 沙田县 白水县".split()


def small_report(number: int) -> str:
    """A short report; each number makes another one."""
    place, year = _PLACES[number % len(_PLACES)], 2015 + number % 8
    return f"""{place}水务局{year}年度法治政府建设工作报告

县人民政府：
　　{year}年，我局认真推进法治政府建设，现将有关情况报告如下：
　　一、主要工作
　　全年检查取水口{number + 100}处，立案查处水事违法案件{number + 7}件，罚款{number + 3}.4万元，其中砂石类{number + 5}件、取水类2件。受理许可申请约{number + 640}件，办结率100%。
　　举办法治讲座{number % 9 + 2}场，培训执法人员{number + 31}人次。没有发生行政诉讼案件。
　　二、下一步打算
　　培训执法人员不少于40学时。

{place}水务局
{year + 1}年1月10日
"""


def write_reports(folder: Path, numbers: Iterable[int]) -> None:
    """A file for each number."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in numbers:
        (folder / f"{number:04}.txt").write_text(small_report(number), encoding="utf-8")


def write_archive(path: Path, numbers: Iterable[int]) -> None:
    """An archive with a report for each number, and one file that cannot be read."""
    with ZipFile(path, "w") as archive:
        for number in numbers:
            archive.writestr(f"{number:04}.txt", small_report(number))
        archive.writestr("empty.txt", "")


def contents(store: Path) -> dict[str, list[tuple[Any, ...]]]:
    """All lines of all tables of a store, and of its panel, but for those that tell of runs."""
    with closing(sqlite3.connect(store)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        names = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'view') ORDER BY name")]
        return {name: sorted(connection.execute(f'SELECT * FROM "{name}"'), key=repr) for name in names if name not in PASSING}  # noqa: S608, names of the store


def asked(store: Path, question: str) -> list[tuple[Any, ...]]:
    """What a store answers."""
    with closing(sqlite3.connect(store)) as connection:
        return connection.execute(question).fetchall()
