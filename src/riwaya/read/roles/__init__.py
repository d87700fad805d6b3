"""Who does what to whom: actors, targets and means of an event word."""
