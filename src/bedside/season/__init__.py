"""After the applications are in: invitations, interviews and the rank order list."""
