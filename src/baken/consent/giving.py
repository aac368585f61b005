"""Writing what is given from a case, and taking over what another municipality gave. Atomic; consent is asked at that moment."""

import json
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, override

from baken.accounts import mail
from baken.accounts.models import User
from baken.catalogue.grounds import NEEDS
from baken.consent import access, holding
from baken.consent.blocks import BLOCKS
from baken.consent.compose import Choices, Composed, compose
from baken.consent.models import CaseDisclosure, Consent
from baken.coordination import resting
from baken.coordination import services as cases
from baken.coordination.access import Seen
from baken.coordination.models import Case, Track
from baken.handover.services import Receiver
from baken.sharing import access as sharing_access
from baken.sharing import services as sharing
from baken.sharing.models import Delivery, Disclosure, number_of
from baken.sharing.rule import Verdict, Wish
from baken.sharing.words import CASE_PARTS
from baken.signals.line import TYPE_NAMES
from baken.signals.urgency import Urgency
from baken.ui.templatetags.ui import day


@dataclass(frozen=True)
class Draft:
    """A disclosure before it happens, with the consent on which it rests and why that is not enough."""

    draft: sharing.Draft
    choices: Choices
    consents: tuple[Consent, ...]
    lacking: tuple[str, ...]


def draft_of(seen: Seen, choices: Choices, receiver: Receiver | None) -> Draft:
    """The disclosure as it would happen now."""
    made = compose(seen, choices, on=timezone.localdate())
    consents, lacking = _consents(seen, choices)
    answers = {name: said for name, said in choices.given.items() if name not in ("necessity", "subsidiarity")}
    for need in resting.NEEDS & _wish(choices, made, consents).given:
        answers[need] = "; ".join(_in_words(each) for each in consents)
    draft = sharing.Draft(
        id=choices.id, subject_kind=access.KIND, subject_id=str(seen.case.pk), ground=choices.ground,
        wish=_wish(choices, made, consents), organisation=choices.name, package=made.package, parts=made.parts,
        necessity=choices.given.get("necessity", ""), subsidiarity=choices.given.get("subsidiarity", ""),
        answers=answers, receiver=receiver.municipality if receiver else None,
        for_whom=receiver.capability if receiver else "",
    )  # fmt: skip
    return Draft(draft, choices, consents, lacking)


def _in_words(consent: Consent) -> str:
    with override("nl"):
        how = _("schriftelijk") if consent.written else _("mondeling")
        return f"{consent.track.name}, {day(consent.given_on)}, {how}"


def _wish(choices: Choices, made: Composed, consents: tuple[Consent, ...]) -> Wish:
    given = {name for name, said in choices.given.items() if said and name in NEEDS}
    given |= {"consent"} if consents else set()
    given |= {"written-consent"} if consents and all(each.written for each in consents) else set()
    return Wish(
        recipient=choices.recipient, purpose=choices.purpose, roles=frozenset(), shown=made.shown, whole=made.whole,
        given=frozenset(given),
    )  # fmt: skip


def _consents(seen: Seen, choices: Choices) -> tuple[tuple[Consent, ...], tuple[str, ...]]:
    """The consents on which this rests, and what they lack; nothing for a ground that needs none."""
    if choices.ground not in resting.grounds():
        return (), ()
    tracks = list(Track.objects.filter(case=seen.case, pk__in=choices.track_ids))
    if not tracks or "picture" in choices.parts:
        return (), (
            _("Op toestemming geef je alleen het spoor van wie toestemming gaf, niet het beeld van de casus."),
        )
    found, lacking = [], []
    for track in tracks:
        consent, said = _consent_for(track, choices)
        found += [consent] if consent else []
        lacking += [said] if said else []
    return ((), tuple(lacking)) if lacking else (tuple(found), ())


def _consent_for(track: Track, choices: Choices) -> tuple[Consent | None, str]:
    """The consent for one track, or why there is none that covers this."""
    theirs = holding.of_track(
        track, purpose=choices.purpose, recipient=choices.recipient, organisation=choices.organisation,
        on=timezone.localdate(),
    )  # fmt: skip
    if choices.ground in holding.in_writing():
        theirs = [each for each in theirs if each.written]
    if not theirs:
        return None, _("Van %(track)s is geen toestemming die nu geldt voor deze ontvanger en dit doel.") % {
            "track": track.name
        }
    covers = [each for each in theirs if set(choices.blocks) <= set(each.blocks or ())]
    if covers:
        return covers[0], ""
    left = ", ".join(str(BLOCKS[key]) for key in choices.blocks if key not in (theirs[0].blocks or ()))
    said = _("De toestemming van %(track)s geldt niet voor: %(what)s.") % {
        "track": track.name,
        "what": left.lower(),
    }
    return None, said


def judge(made: Draft, *, by: User) -> Verdict:
    """Whether it may go: what the ground forbids first, then what the consent lacks."""
    verdict = sharing.judge(made.draft, by=by)
    return Verdict(made.lacking) if made.lacking and not _forbidden(made, by) else verdict


def _forbidden(made: Draft, by: User) -> bool:
    """Whether it would be refused with every consent in the world."""
    asked = replace(made.draft, wish=replace(made.draft.wish, given=frozenset(NEEDS)))
    return not sharing.judge(asked, by=by).allowed


@transaction.atomic
def give(seen: Seen, choices: Choices, receiver: Receiver | None) -> Disclosure:
    """Give it, and say so at the case. Sent twice is once. Raises sharing.Refused when the ground or a consent does not allow it.

    Everything is reckoned again inside, with the case held: a consent that was withdrawn a moment ago counts.
    """
    case, by = cases.hold(seen.case), seen.user
    known = CaseDisclosure.objects.filter(disclosure=choices.id, case=case).select_related("disclosure").first()
    if known is not None:
        return known.disclosure
    made = draft_of(seen, choices, receiver)
    verdict = judge(made, by=by)
    if not verdict.allowed:
        raise sharing.Refused(" ".join(verdict.reasons))
    disclosure = sharing.disclose(made.draft, by=by)
    row = CaseDisclosure(
        case=case, municipality_id=case.municipality_id, disclosure=disclosure, organisation=choices.organisation
    )
    row.save(force_insert=True)
    row.tracks.set(Track.objects.filter(case=case, pk__in=choices.track_ids))
    row.consents.set(made.consents)
    kind = "handed over" if receiver else "given"
    cases.event(case, kind, by=by, new=disclosure.number, text=f"{disclosure.recipient_name}, {choices.name}")
    return disclosure


@transaction.atomic
def take_over(delivery: Delivery, *, by: User) -> UUID:
    """Make a case here of what another municipality gave: its tracks with our own key, and the reference of the giver. Twice is once.

    The giver's case says that it arrived, and its director is told that something waits. Raises PermissionError.
    """
    if not by.may(access.TAKE):
        raise PermissionError
    known = access.taken_as(by, delivery)
    if known is not None:
        return known
    giver = sharing_access.giver_of(delivery)
    with override("nl"):
        note = _("Overgenomen van gemeente %(name)s, kenmerk %(number)s.") % {
            "name": giver.name,
            "number": delivery.number,
        }
    urgency, main_type = _frame_of(delivery)
    told = cases.Told(form=f"casusovername-{delivery.pk}", name=_("Overgenomen, %(number)s") % {"number": delivery.number},
                      picture=note + "\n\n" + _besides(delivery), urgency=urgency, main_type=main_type)  # fmt: skip
    case = cases.open_case(told, by=by)
    for kind, name, summary in _tracks_of(delivery):
        cases.add_track(case, kind=kind, name=name, summary=summary, by=by)
    cases.event(case, "taken over", by=by, new=delivery.number, text=note)
    sharing.mark_taken_over(delivery, report=case.pk, by=by)
    _say_arrived(delivery, by)
    return case.pk


def _told(delivery: Delivery) -> dict[str, Any]:
    """What the package says to a machine; empty when it says nothing."""
    try:
        found = json.loads(delivery.content.told)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {"tracks": found}


def _tracks_of(delivery: Delivery) -> list[tuple[str, str, str]]:
    """Kind, name and summary of each track in the package; nothing when it holds none."""
    return [(kind, name, summary) for kind, name, summary in _told(delivery).get("tracks", ())]


def _frame_of(delivery: Delivery) -> tuple[str, str]:
    """How urgent the giver said it is, and of which type; what we do not know is left to who takes over."""
    told = _told(delivery)
    urgency, kind = told.get("urgency", ""), told.get("type", "")
    return urgency if urgency in Urgency.values else Urgency.NORMAL, kind if kind in TYPE_NAMES else ""


def _besides(delivery: Delivery) -> str:
    """What was given beside the tracks, with its heading."""
    tracks = len(_tracks_of(delivery))
    sections = list(delivery.content.sections)
    before = sections[:1] if len(sections) > tracks and _is_picture(sections[0]) else []
    rest = sections[len(before) + tracks :]
    return "\n\n".join(f"{heading}\n{text}" for heading, text in [*before, *rest])


def _is_picture(section: tuple[str, str]) -> bool:
    with override("nl"):
        return section[0] == str(CASE_PARTS["picture"])


def _say_arrived(delivery: Delivery, by: User) -> None:
    given: Case | None = access.given_case(delivery.disclosure)
    if given is None:
        return
    cases.event(given, "arrived", by=by, new=number_of(delivery.disclosure_id))
    mail.tell(
        [given.director],
        subject=gettext_noop("Er wacht iets op je in Baken"),
        body=gettext_noop("Een andere gemeente nam iets van je over. Meld je aan in Baken om het te zien."),
    )
