"""What each document says, built once: a folder for each room whose results it words, and `papers` and `report`."""
