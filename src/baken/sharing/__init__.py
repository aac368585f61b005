"""Sharing: what leaves to another organisation, on which ground, and what was given exactly (delen).

Without a ground that allows it nothing leaves, and the refusal says why. What left stands in a register that is only
added to. Generic: a subject is a kind and an id, so that reports today and cases later use the same.
"""
