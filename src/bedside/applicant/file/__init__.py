"""The dossier as a file: read with every mistake named, written so that nothing is lost."""
