"""One event from several mentions: what is told again, and roles, places and times that are settled late."""
