"""Numbers in digits and words: sums, ranges, what makes them approximate."""
