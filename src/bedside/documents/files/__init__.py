"""What is asked for by name: the report, the papers, the clinic, and everything, each as the bytes of a file."""
