"""Responsibility 3, lead: the pages on which one sees and decides who sees a case. The rules are in `coordination`."""
