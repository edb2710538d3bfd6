"""The nouns of an incident and of the world it happens in: validated, frozen, and free of behaviour."""
