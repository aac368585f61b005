"""Links: the same phone, plate, address, account or name in several reports (verbanden).

Reads the tokens that `signals` stores and says what is the same, how sure that is and why; a person decides, and nothing is
ever merged or made from a link. Between municipalities of a region: hit or no hit, and whom to talk to. All of it is
off until the municipality recorded its ground. See docs/links.md.
"""
