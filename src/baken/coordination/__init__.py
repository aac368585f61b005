"""Responsibility 3, lead: cases (casussen), their tracks and phases, and who may see what of them."""
