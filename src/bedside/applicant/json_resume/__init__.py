"""A dossier as JSON Resume, the public format for a CV as data, and back."""
