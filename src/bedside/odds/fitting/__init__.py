"""The fit: from published figures to the small file of parameters that the odds are computed with."""
