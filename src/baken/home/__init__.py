"""Home: the first page of the public site and of the desk, error pages, health, and the demo's front door."""
