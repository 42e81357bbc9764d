"""What the head and the foot of whole pages say of the paper; the pages stand in `pages`, what is expected before each."""

from typing import Any

import pytest

from extractor.masthead.find import Masthead, find_masthead
from extractor.outline.body import find_body
from tests.pages import Page, load_pages

PAGES = load_pages()


def _facts(masthead: Masthead) -> dict[str, Any]:
    issuer = masthead.issuer
    return {
        "title": masthead.title,
        "issuer": issuer and issuer.name,
        "stated": issuer and issuer.stated,
        "region": issuer.region.code if issuer and issuer.region else None,
        "year": masthead.year,
        "number": masthead.document_number,
        "index": masthead.index_number,
        "written": masthead.written and masthead.written.isoformat(),
        "published": masthead.published and masthead.published.isoformat(),
        "signed": masthead.signed and masthead.signed.isoformat(),
        "addressees": list(masthead.addressees),
    }


@pytest.mark.parametrize("page", PAGES, ids=[page.name for page in PAGES])
def test_facts_of_a_page(page: Page) -> None:
    assert _facts(find_masthead(page.document, find_body(page.document))) == page.facts


@pytest.mark.parametrize("page", PAGES, ids=[page.name for page in PAGES])
def test_stated_names_stand_in_the_text(page: Page) -> None:
    masthead = find_masthead(page.document, find_body(page.document))
    if masthead.issuer and masthead.issuer.stated and masthead.issuer.span:
        assert page.document.view.text[masthead.issuer.span.slice] == masthead.issuer.name
