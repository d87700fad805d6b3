"""What Riwaya records: frozen dataclasses that need nothing but the standard library.

document   the report as received, and spans of it
capture    how a report came to us, and what could not be taken
evidence   the check that every span stands where it says
statement  who says what, in which act
event      what is claimed to have happened, with its figures, time and place
reading    all of that for one report
"""
