"""Charts drawn as SVG, the same picture on a page and in a PDF: no script, no style sheet, no network."""
