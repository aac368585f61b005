"""Privacy: what keeps a person's story safe (privacybescherming).

Encryption of personal data, the trace of who saw and changed what, codes that only their holder knows, and
how long each kind of data lives. Knows no other room: actors and municipalities are plain ids here.
"""
