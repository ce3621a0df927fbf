"""The tasks that are called for, stage by stage, before they have their days."""
