"""Baken: software voor gemeenten tegen mensenhandel (against human trafficking)."""

__version__ = "0.1.0"
