"""One story: the arc, the drafts, the entries, interviews and the job."""
