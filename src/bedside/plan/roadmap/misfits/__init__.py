"""What the diary cannot hold, each with the choices there are."""
