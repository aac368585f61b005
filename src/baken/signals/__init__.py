"""Signals: notice it (signaleren). The signal check, the report (melding), and the inbox where it is weighed.

A report that was acknowledged is never lost; an anonymous one leaves a date, not a time, and no address.
"""
