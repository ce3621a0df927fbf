"""Where the applicant actually is, and two dossiers side by side."""
