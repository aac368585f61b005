"""Words in two languages: what every piece of content is made of."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    """The same thing said in Dutch and in English."""

    nl: str
    en: str

    def say(self, language: str) -> str:
        """The English text for `en`, the Dutch one for anything else."""
        return self.en if language == "en" else self.nl


@dataclass(frozen=True, slots=True)
class Words:
    """Lists of words per language that are not each other's translation (search words, wordings, patterns)."""

    nl: tuple[str, ...] = ()
    en: tuple[str, ...] = ()

    def say(self, language: str) -> tuple[str, ...]:
        """The list of that language."""
        return self.en if language == "en" else self.nl
