"""Oversight: who saw what and why, how long things live, and the rights of people in a report (toezicht).

The privacy officer reads the trace and the lists without content; the focal officer carries out what somebody asks.
Nothing is purged on a term that the municipality has not confirmed (docs/oversight.md).
"""
