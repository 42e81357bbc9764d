"""What the paper says of itself: title, year, numbers and dates, whom it is addressed to and who issued it."""

from extractor.masthead.find import Masthead, find_masthead

__all__ = ["Masthead", "find_masthead"]
