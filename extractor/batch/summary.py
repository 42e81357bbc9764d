"""What came of a run, in numbers and in words.

>>> print(*Summary(total=3, done=3, failed=1, skipped=5).lines(), sep="\\n")
3 files done, 1 of them with failures
5 skipped, which were done before
>>> Summary(total=0, skipped=5, skipped_failures=1).status, Summary(total=9, done=4, is_stopped=True).status
(1, 130)
"""

from collections.abc import Iterator
from dataclasses import dataclass

FAILED, INTERRUPTED = 1, 130


@dataclass(slots=True)
class Summary:
    """Files: how many there were to do, were done, ``failed`` at least in part, were skipped, failed when they were done before, are gone, are missing."""

    total: int = 0
    done: int = 0
    failed: int = 0
    skipped: int = 0
    skipped_failures: int = 0
    gone: int = 0
    missing: int = 0
    waiting: int = 0
    is_stopped: bool = False
    is_ended: bool = False

    @property
    def status(self) -> int:
        """The exit status: 0 where all that was asked for is in the store."""
        if self.is_stopped:
            return INTERRUPTED
        return FAILED if self.failed or self.skipped_failures or self.missing else 0

    def lines(self) -> Iterator[str]:
        """Sentences for the user."""
        yield f"{self.done:,} {_files(self.done)} done" + (f", {self.failed:,} of them with failures" if self.failed else "")
        if self.skipped:
            failed = f"; {self.skipped_failures:,} of them failed then: --retry-failed does them again" if self.skipped_failures else ""
            yield f"{self.skipped:,} skipped, which {'was' if self.skipped == 1 else 'were'} done before{failed}"
        if self.gone:
            yield f"{self.gone:,} {_files(self.gone)} in the store {'is' if self.gone == 1 else 'are'} not there any more"
        if self.is_stopped:
            yield f"stopped with {self.total - self.done:,} still to do; the same command goes on from here"
        elif self.is_ended:
            yield f"ended at the first failure, with {self.total - self.done:,} still to do"


def _files(count: int) -> str:
    return "file" if count == 1 else "files"
