"""Where the report begins and ends on whole pages, and how it is divided; the pages are those of the masthead's tests."""

import pytest

from extractor.outline.body import find_body
from extractor.outline.headings import find_headings
from tests.pages import Page, load_pages

PAGES = load_pages()


@pytest.mark.parametrize("page", PAGES, ids=[page.name for page in PAGES])
def test_body_of_a_page(page: Page) -> None:
    body = page.document.quote(find_body(page.document).span)
    begins, ends = page.expected["begins"], page.expected["ends"]
    assert (body[: len(begins)], body[-len(ends) :]) == (begins, ends)


@pytest.mark.parametrize("page", PAGES, ids=[page.name for page in PAGES])
def test_headings_of_a_page(page: Page) -> None:
    view = page.document.view
    found = find_headings(view.text, find_body(page.document).span, view.starts)
    assert [f"{one.level} {page.document.quote(one.label)}|{page.document.quote(one.title)}" for one in found] == page.expected["headings"]
