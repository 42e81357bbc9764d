"""Sets of flags that several commands have: each is a function of its flags, and a command gets what that makes of them.

>>> def pen(colour: str = "red") -> str:
...     return colour
>>> @with_flags(pen, "pen")
... def write(words: str, *, pen: str) -> None:
...     assert (words, pen) == ("x", "blue")
>>> list(inspect.signature(write).parameters)
['words', 'colour']
>>> write(words="x", colour="blue")
"""

import inspect
from collections.abc import Callable
from functools import wraps
from typing import Any

Command = Callable[..., None]


def with_flags(make: Callable[..., object], name: str) -> Callable[[Command], Command]:
    """Gives a command the flags of ``make`` behind its own options; it gets what is made of them as its keyword ``name``."""
    flags = {flag: each.replace(kind=inspect.Parameter.KEYWORD_ONLY) for flag, each in inspect.signature(make).parameters.items()}

    def extended(command: Command) -> Command:
        own = [each for own_name, each in inspect.signature(command).parameters.items() if own_name != name]

        @wraps(command)
        def run(**given: Any) -> None:  # noqa: ANN401, whatever the options hold
            made = make(**{flag: given.pop(flag) for flag in flags})
            command(**given, **{name: made})

        vars(run)["__signature__"] = inspect.Signature([*own, *flags.values()])
        return run

    return extended
