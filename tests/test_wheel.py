"""The wheel: everything is in it, and what it installs works from anywhere."""

import csv
import io
import json
import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

from tests.samples import ROOT, specimens

pytestmark = pytest.mark.slow

DATA = [path for folder in ("extractor", "schemas") for path in sorted((ROOT / folder).rglob("*")) if path.is_file() and "__pycache__" not in path.parts]
# What of the checkout's surroundings would let a broken wheel seem to work.
LEAKS = ("PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV")


def run(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if name not in LEAKS} | {"PYTHONUTF8": "1"}
    return subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, encoding="utf-8", timeout=600, check=False)


def succeed(*command: str | Path, cwd: Path) -> str:
    done = run(*command, cwd=cwd)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel built from the checkout; skipped where the build backend cannot be had."""
    folder = tmp_path_factory.mktemp("wheel")
    if run(sys.executable, "-m", "pip", "download", "-q", "--no-deps", "hatchling", "-d", folder / "backend", cwd=folder).returncode:
        pytest.skip("no package index within reach")
    succeed(sys.executable, "-m", "build", "--wheel", "--outdir", folder / "dist", ROOT, cwd=folder)
    (built,) = (folder / "dist").glob("*.whl")
    return built


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that has nothing to do with the checkout."""
    return tmp_path_factory.mktemp("elsewhere")


@pytest.fixture(scope="module")
def programs(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of programs of a fresh virtual environment with the wheel in it and nothing else."""
    home = tmp_path_factory.mktemp("home")
    venv.create(home, with_pip=True, symlinks=os.name != "nt")
    folder = home / ("Scripts" if os.name == "nt" else "bin")
    succeed(folder / "python", "-m", "pip", "install", "-q", wheel, cwd=home)
    return folder


def test_the_wheel_holds_every_file_of_the_packages(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    missing = [path for path in DATA if path.relative_to(ROOT).as_posix() not in names]
    assert not missing
    assert "cli.py" in names


def test_the_wheel_holds_nothing_else(wheel: Path) -> None:
    tops = {name.split("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"cli.py", "extractor", "schemas"}


def test_the_wheel_carries_its_licence(wheel: Path) -> None:
    assert any(name.endswith("/LICENSE") for name in zipfile.ZipFile(wheel).namelist())


def test_the_packages_come_from_the_wheel(programs: Path, elsewhere: Path) -> None:
    place = succeed(programs / "python", "-c", "import cli, extractor, schemas; print(extractor.__file__)", cwd=elsewhere)
    assert Path(place.strip()).is_relative_to(programs.parent)


def test_the_installed_program_reads_the_specimens(programs: Path, elsewhere: Path) -> None:
    lines = succeed(programs / "fazhi", "extract", ROOT / "seeds", "-f", "jsonl", cwd=elsewhere).splitlines()
    records = [json.loads(line) for line in lines]
    assert sorted(record["source"]["name"] for record in records) == [path.name for path in specimens()]
    for record in records:
        assert record["year"], record["source"]
        assert any(indicator["code"] for indicator in record["indicators"]), record["source"]


def test_the_installed_program_names_what_no_rule_knows(programs: Path, elsewhere: Path) -> None:
    report = "某县水务局2022年度法治政府建设工作报告\n\n一、水土保持\n新修谷坊坝17座，疏浚暗渠23条。\n"
    (elsewhere / "report.txt").write_text(report, encoding="utf-8")
    (row, *_) = csv.DictReader(io.StringIO(succeed(programs / "fazhi", "extract", "report.txt", "-f", "csv", cwd=elsewhere)))
    assert (row["value"], row["unit"], row["code"]) == ("17", "座", "")
    assert "谷坊" in row["name"]


def test_the_installed_program_prints_its_schema(programs: Path, elsewhere: Path) -> None:
    assert json.loads(succeed(programs / "fazhi", "schema", cwd=elsewhere))["title"] == "Report"
