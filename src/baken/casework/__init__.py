"""The work in a case (casussen): plan of approach, action points, decisions, notes, files, and closing with what was learned."""
