"""The directory as a pure function of a collection: who the programs are, their tracks, and the best claims."""
