"""One true story told in four places: drafts in the applicant's own words, reviewed and never rewritten."""
