"""What is measured about an applicant: gaps, recency, clinical and non-clinical time."""
