"""Where the applicant actually is: gates, risk factors, red flags and what can still move."""
