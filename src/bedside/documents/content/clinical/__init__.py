"""The way back into the clinic, in words."""
