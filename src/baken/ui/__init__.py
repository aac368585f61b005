"""UI: base pages, components, look and language of every page (vormgeving). Knows no other room."""
