"""The nouns of a care network: where care is given, by whom and with what, to whom, and how they come and go on."""
