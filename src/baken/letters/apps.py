"""Letters as a Django application."""

from django.apps import AppConfig


class LettersConfig(AppConfig):
    """The room `letters`."""

    name = "baken.letters"
    label = "letters"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Show the letters on a case; say how a letter reads in its timeline and its trace."""
        from baken.coordination import told
        from baken.coordination.access import KIND
        from baken.letters import panel, words
        from baken.privacy import spoken
        from baken.ui import slots

        for kind, said in words.EVENTS.items():
            told.say(kind, said)
        spoken.also(KIND, words.VERBS)
        slots.fill("case.beside", panel.beside, 22)
