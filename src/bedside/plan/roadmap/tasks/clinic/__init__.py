"""Back among patients: rotations, their letters, and volunteering every week."""
