"""The way back: places in the clinic, the dated plan, and the money of it."""
