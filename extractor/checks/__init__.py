"""What a record says about itself. A failed check is shown; nothing is repaired."""

from extractor.checks.run import check_record

__all__ = ["check_record"]
