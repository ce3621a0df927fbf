"""Where the tables of a sheet stand: their headings, also over two rows, down a column, or missing."""
