"""Results as documents: content built once as blocks, charts drawn as SVG, one writer for each format."""
