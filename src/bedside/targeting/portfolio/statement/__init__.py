"""What is to be decided: options, scenarios, what they cost, and limits; every mistake in it is said."""
