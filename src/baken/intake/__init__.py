"""Intake: every other way in for a report. Each ends in `signals.services.receive_report`, like the public form.

The clerk or focal officer files on behalf of a caller; a professional files from work or with a one-time link; reports
kept elsewhere come from a file; another system sends them. And floods are held off without keeping an address.
A reporter takes back who they are with `forget`.
"""
