"""Read: a document in, its statements and claimed events out.

reader                                      the finished reading; rules has every rule under its name
events:      joining telling scenes         what is claimed to have happened, to whom, where and when
             figures roles
statements:  speakers cues sayings          who says what
             clauses                        event words and subjects, which both of them ask
grammar:     phrases places dates           one document ready for the rules
             words numbers text

A folder takes from those below it only; ``ARCHITECTURE.md`` says what each answers.
"""
