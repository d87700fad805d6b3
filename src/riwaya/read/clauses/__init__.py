"""What stands in a clause: event words and the words beside them, subjects, who can act. Statements and events both ask it."""
