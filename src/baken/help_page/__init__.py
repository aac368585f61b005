"""Help page: for who needs help; three questions at most lead to the right phone (hulppagina).

In the twelve languages of `content/help/`, for an old phone: no script, no cookie, under 20 kB with its style, nothing
kept. What somebody answers is a short code in the address that says nothing by itself.
"""
