"""The pages that list every program: columns by year, headings above, and a line for each track."""
