"""What comes first: the decision on paper, the job, the status, and what is left where someone stops."""
