"""Before a dossier is open: six questions and a first look, a file, a link, a code."""
