"""A document as the bytes of a file to read: PDF, Word or Markdown."""

from __future__ import annotations

from bedside.documents.blocks import Document


def written(document: Document, ending: str, paper: str = "letter", discreet: bool = False) -> bytes:
    """A document as a file to read: .pdf, .docx or .md; KeyError for another ending."""
    if ending == ".md":
        from bedside.documents.writers.markdown_file import write_markdown

        return write_markdown(document).encode()
    from bedside.documents.writers.paper import Paper
    from bedside.documents.writers.pdf_file import write_pdf
    from bedside.documents.writers.word_file import write_docx

    writers = {".pdf": write_pdf, ".docx": write_docx}
    return writers[ending](document, Paper[paper.upper()], discreet)
