"""Compare: pure functions over records, which say what accounts of a happening agree in and where they do not.

names, spots, marks, pairs, features, strands, blocks, clusters, incidents   which events are one incident, and why
parties, tellers, victims, scopes, heard                                    what one report tells, taken apart
claims, standing, accounts, relations                                       who says what number; how claims stand to each other
populations, views, grades, rows                                            tolls, each with its rule
held, bearings, promises                                                    what was promised, and what became of it
records                                                                     the record of each teller
compare, reasons                                                            all of an incident at once; the words behind rules
"""
