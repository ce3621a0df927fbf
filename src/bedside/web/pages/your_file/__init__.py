"""The file as a whole: taken along, shown, compared, locked, brought back, erased."""
