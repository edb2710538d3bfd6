"""What came of it, in words and numbers with intervals: codes become words again here."""
