"""What texts tell, beside what the file says: years, scores, attempts, jobs, and where two of them disagree."""
