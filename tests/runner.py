"""The command run within the process that tests it, with the whole pipeline behind it."""

from dataclasses import dataclass

from typer.testing import CliRunner

from cli import app


@dataclass(frozen=True, slots=True)
class Done:
    """What a command left behind."""

    exit_code: int
    stdout: str
    stderr: str


def run_command(*arguments: object) -> Done:
    """Runs `fazhi` with arguments; an exception that it does not foresee is raised."""
    result = CliRunner().invoke(app, list(map(str, arguments)))
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return Done(result.exit_code, result.stdout, result.stderr)
