"""The story, the entries, the interviews and the job on the file, in words."""
