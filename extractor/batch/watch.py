"""A folder that is watched: what arrives is done as soon as nobody writes to it any more.

The folder is looked through from time to time, which works on any file system, over a network too.
"""

from dataclasses import replace
from time import monotonic, sleep

from extractor.batch.options import Options
from extractor.batch.run import Session
from extractor.batch.stamps import is_settled
from extractor.batch.summary import Summary

_STEP = 0.1  # seconds after which one looks up, should it be time to stop
_SHARE = 20  # looking takes no more than one part in so many of the time


def watching(options: Options) -> Options:
    """The options of a run as those of a watch: files that are still being written have to wait."""
    return replace(options, demand=replace(options.demand, is_ready=is_settled))


def watch(session: Session, every: float) -> Summary:
    """Brings the store up to date again and again, every so many seconds, until the session is stopped; what came of the last round."""
    while True:
        start = monotonic()
        summary = session.round()
        if summary.done:
            for line in summary.lines():
                session.witness.say(line)
        # What was to be done a second time, or at any price, has been.
        demand = session.options.demand
        session.options = replace(session.options, demand=replace(demand, force=False, retry_failed=False))
        _rest(session, max(every, _SHARE * (monotonic() - start) if not summary.done else 0.0))
        if session.is_stopped or summary.is_ended:
            return replace(summary, is_stopped=session.is_stopped)


def _rest(session: Session, seconds: float) -> None:
    end = monotonic() + seconds
    while monotonic() < end and not session.is_stopped:
        sleep(_STEP)
