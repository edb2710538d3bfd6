"""What the pages are filled with: real runs, real commands, the model's own description of itself."""
