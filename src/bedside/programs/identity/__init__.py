"""Which mention is which program: numbers, institutions, then specialty, state and name, and a question where open."""
