"""How templates show reasons, marks, days and amounts."""
