"""A panel: issuer and year a line, an indicator code a column, in each cell the office's own figure.

- ``slots``: a cell while it is made, with its rivals and with what else is said of its code
- ``notes``: what a cell does not show, in words
- ``fold``: the lines, made of the lines of the shape ``indicators``
"""

from extractor.writers.panel.fold import Line, Panel, panel_of
from extractor.writers.panel.slots import Slot

__all__ = ["Line", "Panel", "Slot", "panel_of"]
