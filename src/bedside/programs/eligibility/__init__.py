"""Which programs would consider an applicant: each limit held against the dossier, and what that makes of a program."""
