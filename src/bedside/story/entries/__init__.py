"""The entries of the application: its experiences, its single texts, and the job on the file."""
