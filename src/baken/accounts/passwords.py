"""How passwords are stored: Argon2id, 46 MiB, one pass, one lane (OWASP password storage cheat sheet)."""

from django.contrib.auth.hashers import Argon2PasswordHasher


class Argon2id(Argon2PasswordHasher):
    """Django's Argon2 with figures that ten people signing in at once can pay for."""

    time_cost = 1
    memory_cost = 46 * 1024
    parallelism = 1
