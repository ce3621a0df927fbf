"""One writer for each kind of file; none of them knows what a document says."""
