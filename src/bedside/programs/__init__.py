"""Residency programs as cited, dated claims: reading sources, telling programs apart, searching, and eligibility."""
