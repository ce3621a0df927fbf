"""Where directories and claims are kept: the only place of this room that touches files."""
