"""The roadmap: which tasks are called for, when they fit, and what does not."""
