"""Knowledge: shows what we know (kennis): overview, types, groups, indicators, settings, misconceptions, reading.

Public pages, search, cards and posters to print, open data; and beside the national text what a municipality adds.
"""
