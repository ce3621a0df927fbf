"""What came out of a match, whatever found it: who is where, whether it is stable, and why not somewhere else."""
