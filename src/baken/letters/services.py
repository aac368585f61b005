"""Writing letters: one without personal data, or one in which data of the case are given. One form is one letter."""

from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from baken.accounts.models import User
from baken.catalogue.letters import LetterTemplate
from baken.consent import giving
from baken.consent.compose import Choices
from baken.coordination import access as cases
from baken.coordination.access import Seen
from baken.coordination.models import Case
from baken.coordination.services import NotPossible, event, hold
from baken.letters.compose import Wanted, plain
from baken.letters.models import CaseLetter
from baken.privacy import trace


@transaction.atomic
def make(seen: Seen, wanted: Wanted) -> CaseLetter:
    """Make a letter in which nobody can be recognised. Sent twice is one letter."""
    case = hold(seen.case)
    known = _known(case, wanted.id)
    if known is not None:
        return known
    package = plain(case.municipality, wanted, on=timezone.localdate())
    letter = CaseLetter(
        id=wanted.id, case=case, municipality_id=case.municipality_id, template=wanted.template.slug, language=wanted.language,
        recipient=wanted.recipient, organisation=wanted.organisation, by=seen.user, at=timezone.now(), receiver=wanted.receiver,
        package=package.as_json(),
    )  # fmt: skip
    return _keep(case, letter, seen.user)


@transaction.atomic
def give(seen: Seen, choices: Choices, template: LetterTemplate) -> CaseLetter:
    """Give data from the case in a letter. Sent twice is one letter. Raises sharing.Refused when the ground or a consent does not allow it."""
    case = hold(seen.case)
    known = _known(case, choices.id)
    if known is not None:
        return known
    disclosure = giving.give(seen, choices, None)
    letter = CaseLetter(
        id=choices.id, case=case, municipality_id=case.municipality_id, template=template.slug, language="nl",
        recipient=choices.recipient, organisation=choices.organisation, disclosure=disclosure, by=seen.user, at=timezone.now(),
        receiver="" if choices.organisation else choices.name, package={},
    )  # fmt: skip
    return _keep(case, letter, seen.user)


def _known(case: Case, pk: UUID) -> CaseLetter | None:
    found = CaseLetter.objects.filter(pk=pk).first()
    if found is not None and found.case_id != case.pk:
        raise NotPossible(_("Dit formulier hoort bij iets anders. Begin opnieuw."))
    return found


def _keep(case: Case, letter: CaseLetter, by: User) -> CaseLetter:
    letter.save(force_insert=True)
    event(case, "letter made", by=by, new=letter.number)
    return letter


@transaction.atomic
def fetched(letter: CaseLetter, *, by: User) -> None:
    """Note that somebody made a file of it."""
    trace.note(
        "letter fetched",
        cases.KIND,
        letter.case_id,
        actor=by.pk,
        municipality=letter.municipality_id,
        why=letter.number,
    )
