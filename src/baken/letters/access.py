"""Reading letters: for who sees the whole case. What a letter with personal data says is for who may read what was given."""

from uuid import UUID

from django.http import Http404

from baken.accounts.models import User
from baken.catalogue import load
from baken.catalogue.items import Source
from baken.catalogue.letters import LetterTemplate
from baken.consent import access as consent
from baken.coordination import access as cases
from baken.coordination.access import Seen
from baken.letters.models import CaseLetter
from baken.sharing import access as sharing
from baken.sharing.package import Package


def templates() -> list[LetterTemplate]:
    """The letters that can be made."""
    return [each for each in load().letters.values() if each.retired is None]


def template_called(slug: str) -> LetterTemplate:
    """One of them. Raises Http404."""
    found = next((each for each in templates() if each.slug == slug), None)
    if found is None:
        raise Http404
    return found


def sources_of(template: LetterTemplate) -> list[Source]:
    """Where the texts of a letter come from."""
    return [load().sources[slug] for slug in template.sources]


def letters_of(seen: Seen) -> list[CaseLetter]:
    """The letters of a case, newest first, for who sees all of it."""
    if not seen.sight.whole:
        return []
    return list(CaseLetter.objects.filter(case=seen.case).select_related("organisation", "by").defer("package"))


def read_letter(user: User, pk: UUID, letter: UUID) -> tuple[Seen, CaseLetter]:
    """One letter of a case that this person sees whole, with a trace of the case. Any other does not exist: 404, traced."""
    seen = cases.read_whole(user, pk)
    return seen, _letter_of(seen, letter)


def _letter_of(seen: Seen, pk: UUID) -> CaseLetter:
    known = CaseLetter.objects.select_related("organisation", "by", "disclosure")
    found = known.filter(case=seen.case, pk=pk).first()
    if found is None:
        cases.refuse(seen.user, seen.case.pk)
    return found


def to_fetch(user: User, pk: UUID, letter: UUID) -> CaseLetter:
    """One letter to make a file of: for who gives from the case. 404 otherwise, traced."""
    return _letter_of(consent.to_give(user, pk), letter)


def content_of(user: User, letter: CaseLetter) -> Package | None:
    """What it says; None for who may not read it, and when its term is over. Reading what was given leaves its own trace."""
    if letter.disclosure is None:
        return Package.of(letter.package) if letter.package else None
    if not sharing.may_read_content(user, letter.disclosure):
        return None
    content = sharing.content_of(sharing.read_disclosure(user, letter.disclosure.pk))
    return Package.of(content.package) if content else None
