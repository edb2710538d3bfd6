"""What a year of an organisation came to: measures, pictures, and one person's year in words."""
