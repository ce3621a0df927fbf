"""The dossier: its shape, its checks, reading and writing it, and the measures everyone needs."""
