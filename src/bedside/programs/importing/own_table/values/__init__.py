"""How the cells of a column are read, one way for each kind of thing they can say."""
