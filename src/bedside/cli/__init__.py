"""Commands over the same functions: each reads its input, calls a room and shows the answer."""
