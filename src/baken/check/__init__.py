"""Check: what did you see, what may it mean, what do you do now (signaalcheck). Keeps nothing that is typed."""
