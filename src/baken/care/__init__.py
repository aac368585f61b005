"""Care: the file of a victim (hulpdossier): taking in, the route, legal clocks. How it fits together: docs/care.md."""
