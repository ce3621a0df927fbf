"""The exams and the certificate, from Step 1 to Step 3."""
