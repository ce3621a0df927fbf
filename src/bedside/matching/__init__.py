"""Two sides who rank each other, matched by deferred acceptance and checked; it knows nothing of medicine."""
