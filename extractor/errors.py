"""What can go wrong, as a tree.

FazhiError
├── ReadError           a file or stream that cannot be turned into text
│   ├── UnknownFormat   no reader knows these bytes
│   └── EmptyFile       nothing in it
└── CatalogueError      an indicator rule that cannot be right
"""


class FazhiError(Exception):
    """The root of everything raised on purpose; its text is a sentence for the user."""


class ReadError(FazhiError):
    """A file or stream that cannot be turned into text."""


class UnknownFormat(ReadError):
    """No reader knows these bytes."""


class EmptyFile(ReadError):
    """There is nothing in it."""


class CatalogueError(FazhiError):
    """An indicator rule that cannot be right: an unknown key, a doubled code, a unit that does not exist."""
