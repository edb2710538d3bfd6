"""`python -m homeward` is `homeward`."""

from homeward.cli import main

main()
