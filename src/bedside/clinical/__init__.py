"""The way back into the clinic: places compared and vetted, whom to ask, and the letters that come of it."""
