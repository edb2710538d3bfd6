"""The nouns of an organisation: who serves, what matters to whom, which missions come, and what is decided."""
