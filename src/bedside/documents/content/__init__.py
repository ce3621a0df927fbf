"""What each document says, built once as blocks from the results."""

from bedside.documents.content.full_report import report_document
from bedside.documents.content.standing_page import standing_document
from bedside.documents.content.three_headers import summary_document

__all__ = ["report_document", "standing_document", "summary_document"]
