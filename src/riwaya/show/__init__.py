"""Showing a reading: JSON Lines, a table for the terminal, a page."""
