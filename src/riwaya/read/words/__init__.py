"""What a word is, by its form and its neighbours: parts of speech, kinds of nouns, first names."""
