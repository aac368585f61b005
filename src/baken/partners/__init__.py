"""Responsibility 3, lead: the directory of partners (ketenpartners) of a region, kept fresh by who knows them."""
