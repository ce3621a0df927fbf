"""Lets `python -m bedside` do what `bedside` does."""

from bedside.cli.main import main

main()
