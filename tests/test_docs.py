"""What the documents say of the program, held against the program."""

import doctest
import os
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import regex

from extractor.indicators import rules
from tests.samples import ROOT

PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
README = PAGES[0].read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]

BLOCK = regex.compile(r"^```(?P<language>\w+)\n(?P<code>.*?)^```$", regex.M | regex.S)
LINK = regex.compile(r"\]\((?P<target>[^)#:]+)(?:#[^)]*)?\)")
OPTION = regex.compile(r"(?<![\w-])--[a-z][a-z-]+")
INSTALL = "python -m pip install . && fazhi extract seeds/"
TEST = "python -m pip install -e '.[test]' && python -m pytest"


def blocks(language: str) -> list[str]:
    found = [block for page in PAGES for block in BLOCK.finditer(page.read_text(encoding="utf-8"))]
    return [block["code"] for block in found if block["language"] == language]


def sessions() -> list[tuple[str, str]]:
    """Every command of a `console` block with the output that is shown below it."""
    steps = [step.partition("\n") for block in blocks("console") for step in regex.split(r"^\$ ", block, flags=regex.M)[1:]]
    return [(command, output) for command, _, output in steps]


def run(command: str) -> subprocess.CompletedProcess[str]:
    """A command of the documents, run from the checkout by this interpreter, in a terminal's width that is always the same."""
    environment = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", "COLUMNS": "100", "NO_COLOR": "1", "TERM": "dumb"}
    program = f"{shlex.quote(sys.executable)} -c 'from cli import main; main()'"
    return subprocess.run(
        ["bash", "-c", f'fazhi() {{ {program} "$@"; }}; python() {{ {shlex.quote(sys.executable)} "$@"; }}; {command}'],
        cwd=ROOT, env=environment, capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip


def help_of(command: str) -> str:
    done = run(f"fazhi {command} --help")
    assert done.returncode == 0, done.stderr
    return done.stdout


def commands() -> list[str]:
    schema = run("python -c 'import cli, typer.main; print(*typer.main.get_command(cli.app).commands)'")
    return schema.stdout.split()


def trimmed(text: str) -> str:
    return "\n".join(line.rstrip() for line in text.strip().splitlines())


@pytest.mark.parametrize("command", [INSTALL, TEST])
def test_the_readme_gives_the_two_commands(command: str) -> None:
    assert any(command in block.splitlines() for block in blocks("sh"))


@pytest.mark.parametrize(("command", "output"), sessions(), ids=[command for command, _ in sessions()])
def test_a_command_shows_what_the_documents_show(command: str, output: str) -> None:
    done = run(command)
    shown = regex.escape(trimmed(output)).replace("…", ".*")
    assert regex.fullmatch(shown, trimmed(done.stdout), regex.S), f"{done.stdout}\n{done.stderr}"


@pytest.mark.parametrize("code", [code for code in blocks("python") if ">>>" in code])
def test_a_python_block_runs(code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    example = doctest.DocTestParser().get_doctest(code, {}, "README", None, 0)
    output: list[str] = []
    result = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(example, out=output.append)
    assert result.attempted
    assert not result.failed, "".join(output)


def test_every_command_is_documented() -> None:
    assert commands()
    assert [name for name in commands() if f"fazhi {name}" not in README] == []


def test_every_documented_option_is_there() -> None:
    known = set(OPTION.findall(" ".join(map(help_of, ["", *commands(), "catalogue list", "catalogue show x", "catalogue test"]))))
    for block in [*blocks("sh"), *blocks("console")]:
        for line in block.splitlines():
            _, called, arguments = line.partition("fazhi ")
            assert not called or set(OPTION.findall(arguments)) <= known, line


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_leads_to_a_file(page: Path) -> None:
    targets = LINK.findall(page.read_text(encoding="utf-8"))
    assert [target for target in targets if not (page.parent / target).exists()] == []


def test_the_newest_change_is_this_version() -> None:
    newest = regex.search(r"^## (\S+)", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), regex.M)
    assert newest is not None
    assert newest[1] == PROJECT["version"]


def test_the_command_is_the_one_that_installs() -> None:
    assert PROJECT["scripts"] == {"fazhi": "cli:main"}


def test_every_key_of_a_rule_is_explained() -> None:
    page = (ROOT / "docs" / "catalogue.md").read_text(encoding="utf-8")
    assert [key for key in sorted(rules._KEYS | rules._EXAMPLE_KEYS) if f"`{key}`" not in page] == []


@pytest.mark.parametrize("code", blocks("toml"))
def test_a_rule_that_is_shown_can_be_read(code: str) -> None:
    assert rules.parse_rules(code, "the documents")
