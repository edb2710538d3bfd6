"""Ours. A peer installs a package of the same name, and a package without this file would lose to it."""
