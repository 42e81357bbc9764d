"""What all lines of a report have in common, and the paths of its headings.

>>> top = Section(id=1, level=1, label="一、", title="执法", start=0, end=9)
>>> below = Section(id=2, parent=1, level=2, label="(一)", title="检查", start=3, end=9)
>>> paths_of((top, below))
{1: '执法', 2: '执法 > 检查'}
"""

from collections.abc import Iterable

from extractor.writers.cells import Row
from schemas import Report, Section

JOINT = " > "


def paper_cells(report: Report) -> Row:
    """Source, title, issuer, region code and year."""
    region = report.issuer.region
    return report.source.path, report.title, report.issuer.name, region.code if region else None, report.year


def paths_of(sections: Iterable[Section]) -> dict[int, str]:
    """The titles from the top down to each section, by its id. A parent comes before what stands under it."""
    paths: dict[int, str] = {}
    for section in sections:
        above = paths.get(section.parent) if section.parent else None
        paths[section.id] = section.title if above is None else above + JOINT + section.title
    return paths
