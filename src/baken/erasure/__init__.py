"""Erasure: a person asked that what is kept about them goes, and it was decided so (wissen op verzoek).

Somebody marks which reports or which hidden parts, a second person confirms, and only then it goes, with the register of
what was destroyed. A legal hold stops it and says so. Who was given the report is told.
"""
