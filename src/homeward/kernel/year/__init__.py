"""A year of an organisation: duty, missions, the way back, and what it does to those who stay."""
