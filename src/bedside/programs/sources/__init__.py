"""Where facts about programs are published, on what terms, and fetching them when the user says so."""
