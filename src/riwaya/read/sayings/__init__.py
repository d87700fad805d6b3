"""Between a cue and what is said: where a content begins and ends, channels, objects, asides."""
