"""Reading files about programs: each importer recognises its own by content, and says what it could not read."""
