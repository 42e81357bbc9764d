"""Web pages: of a saved page of a government site, the report with what the page says of it, in the order of a printed paper.

First what the tags of its head say, a line each (`ArticleTitle: …`, `PubDate: …`); then the fields that the page gives (索引号, 发布机构 …),
the visible title, the date and source under it; then the text. Navigation, paths, share buttons, lists of files and of other papers,
scripts and hidden words are left out. One paragraph or heading is one line; a row of a table is a line with tabs between its cells.

The way there, a module a step:

- ``html_tree``: from characters to a tree, whatever state the markup is in
- ``html_walk``: from the tree to lines; with ``html_styles`` (looks), ``html_runs`` (blanks), ``html_lists`` (numbers), ``html_grids`` (tables)
- ``html_main``: which lines are the text; with ``html_names`` (what content systems call their elements), ``html_furniture``
- ``html_tags``, ``html_labels``, ``html_fields``, ``html_head``: what the page says of the text
- ``html_stored``: what a page keeps for its scripts to show, where it shows nothing
- ``html_body``: what of the text is its own
- ``html_writing``: text, tables and emphases

>>> page = "<title>2023年工作报告-某县水利局</title><p>首页</p><div id=zoom><p>我局立案<b>1</b>2件，均已办结。</p></div>"
>>> read(page.encode("gb18030"), Source()).text
'ArticleTitle: 2023年工作报告\\n我局立案12件，均已办结。'
"""

from dataclasses import replace

from extractor.document import Document, Notice, Source
from extractor.errors import EmptyFile
from extractor.readers.decoding import Decoded, decode
from extractor.readers.html_body import own_lines
from extractor.readers.html_head import HeadLine, find_head
from extractor.readers.html_labels import Field
from extractor.readers.html_main import Weights, find_main, shown
from extractor.readers.html_page import Page
from extractor.readers.html_stored import find_stored
from extractor.readers.html_tags import find_tags
from extractor.readers.html_tree import PAGE_CUT, Tree, parse_tree
from extractor.readers.html_walk import read_page
from extractor.readers.html_writing import write_page

FEW_NULLS = 100  # bytes for each null byte, at least, in a text that is not of two bytes a character
_NO_TEXT = Notice("no_main_text", "the page has no text but its title and fields: what it publishes is perhaps a file or a picture")


def read(data: bytes, source: Source) -> Document:
    """The document in the bytes of a page. Raises ReadError where they are no text, EmptyFile where no text is to be shown."""
    return document_of_page(decode(_without_nulls(data)), source)


def document_of_page(decoded: Decoded, source: Source) -> Document:
    """The document of a page that is characters already; its source says with what they were decoded."""
    tree, page = _shown_page(decoded.text)
    tags = find_tags(tree.root) if tree.root is not None else []
    if not page.lines and not tags:
        raise EmptyFile(_emptiness(tree))
    weights = Weights.of(page)
    main = find_main(page, weights)
    own, fields = own_lines(page, weights, main)
    titles = [tag.value for tag in tags if tag.name == "ArticleTitle"]
    head = _with_fields(find_head(page, main, titles), fields)
    text, layout = write_page(page, [tag.text for tag in tags], head, own, titles)
    notices = dict.fromkeys((*decoded.notices, *tree.notices, *((PAGE_CUT,) if page.is_full else ()), *(() if own else (_NO_TEXT,))))
    return Document.of(text, replace(source, encoding=decoded.encoding), tuple(notices), layout)


def _shown_page(text: str) -> tuple[Tree, Page]:
    """The tree and the page of a text; of one that shows no sentence, with what it keeps for its scripts to show."""
    tree = parse_tree(text)
    page = shown(read_page(tree.root))
    stored = find_stored(tree.root) if tree.root is not None and not Weights.of(page).all else []
    if not stored:
        return tree, page
    tree = parse_tree(f"{text}<article>{max(stored, key=len)}</article>")
    return tree, shown(read_page(tree.root))


def _with_fields(head: list[HeadLine], fields: list[Field]) -> list[HeadLine]:
    """What stands over a text, with the fields that stood within its element."""
    told = {line.text for line in head}
    return [*(HeadLine(field.text) for field in fields if field.text not in told), *head]


def _without_nulls(data: bytes) -> bytes:
    """A page without the few null bytes that faulty systems leave in it; in UTF-16 every other byte of the markup is one."""
    return data.replace(b"\0", b"") if data.count(b"\0") * FEW_NULLS < len(data) else data


def _emptiness(tree: Tree) -> str:
    """Why a page has no text."""
    if tree.root is not None and next(tree.root.iter("frame", "iframe"), None) is not None:
        return "a page of frames: its text is in other files"
    return "no text in the page"
