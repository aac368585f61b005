"""Notes written for learning, and what is learned from them."""
