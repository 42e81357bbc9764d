"""A data package beside CSV."""

import json
from pathlib import Path
from typing import Any

import pytest

from extractor.writers.columns import columns_of
from extractor.writers.datapackage import write_beside
from extractor.writers.errors import WishError
from extractor.writers.wishes import Wishes


def package(folder: Path) -> dict[str, Any]:
    return json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))  # type: ignore[no-any-return]


def test_it_describes_files_of_a_folder_each_once(tmp_path: Path) -> None:
    for file, shape in (("b.csv", "reports"), ("a.tsv", "sections"), ("b.csv", "indicators")):
        write_beside(tmp_path / file, shape, columns_of(shape), Wishes())
    resources = package(tmp_path)["resources"]
    assert [(each["path"], each["title"], each["dialect"]["delimiter"]) for each in resources] == [("a.tsv", "sections", "\t"), ("b.csv", "indicators", ",")]
    assert [field["name"] for field in resources[1]["schema"]["fields"]] == [column.name for column in columns_of("indicators")]


def test_types_names_and_marks_are_those_of_the_file(tmp_path: Path) -> None:
    write_beside(tmp_path / "某表.csv", "diff", columns_of("diff"), Wishes(lang="zh", decimal=",", header=False, encoding="gb18030"))
    (resource,) = package(tmp_path)["resources"]
    assert (resource["name"], resource["encoding"]) == ("diff", "gb18030")
    assert resource["dialect"] == {"delimiter": ";", "lineTerminator": "\r\n", "header": False}
    fields = {field["name"]: field for field in resource["schema"]["fields"]}
    assert (fields["差额"]["type"], fields["差额"]["decimalChar"], fields["是否部分"]["type"]) == ("number", ",", "boolean")


def test_two_files_of_one_stem_have_two_names(tmp_path: Path) -> None:
    for file in ("out.csv", "out.tsv"):
        write_beside(tmp_path / file, "reports", columns_of("reports"), Wishes())
    assert len({each["name"] for each in package(tmp_path)["resources"]}) == 2


@pytest.mark.parametrize("text", ["[]", "{}", "no json"])
def test_what_is_no_package_is_left_alone(tmp_path: Path, text: str) -> None:
    (tmp_path / "datapackage.json").write_text(text, encoding="utf-8")
    with pytest.raises(WishError, match="is no data package"):
        write_beside(tmp_path / "a.csv", "reports", columns_of("reports"), Wishes())
    assert (tmp_path / "datapackage.json").read_text(encoding="utf-8") == text
