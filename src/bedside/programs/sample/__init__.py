"""The sample directory: a few hundred real programs as facts with their sources, so that everything runs at once."""
