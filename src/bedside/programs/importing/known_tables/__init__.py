"""Tables of sources that Bedside knows, each recognised by its headings, and what their rows state."""
