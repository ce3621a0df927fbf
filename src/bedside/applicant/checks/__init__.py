"""What cannot be right although every single value is: checks across the fields of a dossier."""
