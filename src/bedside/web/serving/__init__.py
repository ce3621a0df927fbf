"""How a copy of the app is started and stopped, on one's own machine or hosted, and what it listens on."""
