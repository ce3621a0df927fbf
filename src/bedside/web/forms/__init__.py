"""From the dossier's shape to the fields of a page, and from what was typed back to the dossier."""
