"""Who is reminded each morning: who has an action point that is due or late, and who directs a case of which the day has come."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from baken.accounts import access as people
from baken.accounts.models import Municipality, User
from baken.casework.models import ActionPoint
from baken.coordination import access as cases
from baken.coordination.models import CLOSED_RANK, Case


def waiting(place: Municipality, today: date) -> list[User]:
    """Everybody with work in the cases of this municipality that is due or late; for who is away it is their deputy.

    Nobody hears of work that they do not see.
    """
    return [*_with_actions(place, today), *_directors(place, today)]


def _with_actions(place: Municipality, today: date) -> Iterable[User]:
    due = ActionPoint.objects.filter(
        municipality=place, state=ActionPoint.State.OPEN, due_on__lte=today, case__closed_on=None
    )
    theirs: dict[User, list[ActionPoint]] = defaultdict(list)
    for action in due.select_related("owner__deputy", "case").defer("text", "result"):
        for user in people.on_duty([action.owner], today):
            theirs[user].append(action)
    for user, actions in theirs.items():
        sights = cases.sights_of(user, [each.case for each in actions])
        if user.is_active and any(sights[each.case_id].sees(each.track_id) for each in actions):
            yield user


def _directors(place: Municipality, today: date) -> Iterable[User]:
    """Who directs a case that is due; for who cannot direct any more: who leads the cases here."""
    due = Case.objects.filter(municipality=place, rank__lt=CLOSED_RANK, due_on__lte=today)
    for director in User.objects.filter(pk__in=due.values("director")).select_related("deputy"):
        able = [each for each in people.on_duty([director], today) if each.is_active and each.may(cases.OPEN)]
        yield from able or people.who_may(cases.LEAD, place, today=today)
