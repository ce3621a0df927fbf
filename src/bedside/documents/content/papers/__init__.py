"""The papers of an application: the applicant's own words and dates, and nothing of ours."""
