"""The words of a PDF within bounds, and the lines in which a reader sees them."""
