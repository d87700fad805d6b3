"""The families of rules for statements: one file for each way in which somebody is said to say something."""
