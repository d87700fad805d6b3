"""Whether an event word tells a happening: modality, known and general mentions, reports about other things."""
