"""Triage: who does what with a report, and before when. Work lists, terms, hand-over, four eyes, duplicates and parts.

The status of a report and how it is weighed live in `signals`; here is the work around it. Every step says who, why
and when, can be seen on the page of the report, and is never taken for somebody by the machine.
"""
