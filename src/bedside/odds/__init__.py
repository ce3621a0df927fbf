"""From a dossier and a program to the chance of an interview, and from interviews to the chance of a match."""
