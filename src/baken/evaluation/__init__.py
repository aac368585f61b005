"""Evaluation: notes with labels, and how good the assessment is on them (meten van de beoordeling). Pure Python."""
