"""Config: settings, addresses, start-up and the `baken` command.

The outermost room: it may import every other, none imports it.
"""
