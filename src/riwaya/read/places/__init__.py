"""Places that the text names, each resolved by what else it names."""
