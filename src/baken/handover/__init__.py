"""Handover: a report goes on to another organisation, or a package becomes a report here; hiding before it (overdracht).

Chooses what goes, hides the rest, shows exactly what leaves, and lets `sharing` judge, keep and give it.
"""
