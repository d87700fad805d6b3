"""Where and when: which places and times of a text belong to which event."""
