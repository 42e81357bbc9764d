"""Why a process ended, in words.

>>> cause_of_death(-11), cause_of_death(-9)
('the worker crashed (SIGSEGV)', 'the worker was killed (SIGKILL), perhaps for want of memory')
"""

import signal


def cause_of_death(status: int) -> str:
    """From how a process ended, as subprocess tells it: the rest of a sentence."""
    if status >= 0:
        return f"the worker left with status {status}"
    try:
        name = signal.Signals(-status).name
    except ValueError:
        name = f"signal {-status}"
    return f"the worker was killed ({name}), perhaps for want of memory" if status == -signal.SIGKILL else f"the worker crashed ({name})"
