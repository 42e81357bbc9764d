"""Forms that were filled in: their values are no part of a PDF page until they are laid down on it."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

MOST_ANNOTATIONS = 1_000  # of a page that are looked at


def page_with_fields(pdf: "PdfDocument", index: int) -> "PdfPage":
    """The page of that number, from 0, with what was written into its form and onto it. Raises PdfiumError where it is damaged."""
    import pypdfium2.raw as pdfium

    page = pdf[index]
    if not _is_written_on(page):
        return page
    try:
        pdfium.FPDFPage_Flatten(page.raw, pdfium.FLAT_NORMALDISPLAY)
    finally:
        page.close()
    return pdf[index]


def _is_written_on(page: "PdfPage") -> bool:
    import pypdfium2.raw as pdfium

    count = min(pdfium.FPDFPage_GetAnnotCount(page.raw), MOST_ANNOTATIONS)
    return any(_kind(page, index) in (pdfium.FPDF_ANNOT_WIDGET, pdfium.FPDF_ANNOT_FREETEXT) for index in range(count))


def _kind(page: "PdfPage", index: int) -> int:
    import pypdfium2.raw as pdfium

    annotation = pdfium.FPDFPage_GetAnnot(page.raw, index)
    if not annotation:
        return int(pdfium.FPDF_ANNOT_UNKNOWN)
    try:
        return int(pdfium.FPDFAnnot_GetSubtype(annotation))
    finally:
        pdfium.FPDFPage_CloseAnnot(annotation)
