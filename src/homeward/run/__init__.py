"""From a scenario to many lives: nouns become tables, and tables are lived through on all cores."""
