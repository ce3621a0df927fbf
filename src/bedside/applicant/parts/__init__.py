"""The parts of a dossier, each the shape of one thing an applicant writes down."""
