"""The odds of a dossier and its best list, with the applicant as programs see them."""
