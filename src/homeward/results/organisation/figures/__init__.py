"""Pictures of a year: strength, flow between states, beds, one person."""
