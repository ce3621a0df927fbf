"""A draft as it is read: findings with their place, by rules, and the words stay the applicant's."""
