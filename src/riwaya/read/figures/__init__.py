"""Figures: what is counted, who is counted, and what became of them."""
