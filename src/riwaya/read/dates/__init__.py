"""Times that the text names, each resolved against the day of publication."""
