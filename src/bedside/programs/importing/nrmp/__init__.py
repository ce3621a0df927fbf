"""The NRMP's two reports of a Match, read from their PDFs and held against each other."""
