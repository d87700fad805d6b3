"""Who speaks: mentions, short forms and dropped subjects led back to the fullest mention."""
