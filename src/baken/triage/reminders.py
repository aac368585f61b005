"""Reminders: each morning a mail without content to who has work that is due, and to others when it waits too long.

Each mail is a task of its own that is tried again until it goes out, so that none is lost without a word.
"""

from collections.abc import Callable, Iterable
from datetime import date, datetime, time, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_noop
from django_tasks import TaskResultStatus, task
from django_tasks_db.models import DBTaskResult

from baken.accounts import access as people
from baken.accounts import mail
from baken.accounts.models import Municipality, User
from baken.deadlines.workdays import after, is_workday
from baken.sharing import access as packages
from baken.signals.moves import terms_of
from baken.signals.urgency import Urgency
from baken.triage import access
from baken.triage.models import Reminded

MORNING = time(7, 30)
MONDAY = 0
SUBJECT = gettext_noop("Er wacht werk in Baken")
WORK = gettext_noop("Er is werk dat vandaag af moet, of al had gemoeten. Meld je aan in Baken om te zien wat.")
LONG_OPEN = gettext_noop(
    "Iets staat al heel lang open en niemand rondde het af. Meld je aan in Baken om te zien wat."
)


Waiting = Callable[[Municipality, date], Iterable[User]]
_others: list[Waiting] = []


def also(waiting: Waiting) -> None:
    """Called by a room further on in its `apps.py`: these people have work there that is due, on a working day."""
    if waiting not in _others:
        _others.append(waiting)


@task()  # type: ignore[untyped-decorator]
def remind_all() -> int:
    """Plan tomorrow's round first, then put a mail in the queue for everybody who has work; gives how many."""
    plan()
    today = timezone.localdate()
    return sum(remind(place, today=today) for place in people.municipalities())


@transaction.atomic
def remind(place: Municipality, *, today: date) -> int:
    """Queue the mails for one municipality, once a day. On a day that the office is closed only for what is acute."""
    _day, first = Reminded.objects.get_or_create(municipality=place, on=today)
    if not first:
        return 0
    waiting = [user for user in people.who_may(access.WEIGH, place, today=today) if _has_work(user, today)]
    if access.long_overdue(place, today=today):
        waiting += people.who_may("manage_settings", place, today=today)
    waiting += _with_packages(place, today)
    waiting += _of_others(place, today)
    if today.weekday() == MONDAY:
        _tell_long_open(place, today)
    return mail.tell(waiting, subject=SUBJECT, body=WORK)


def _of_others(place: Municipality, today: date) -> list[User]:
    """Who has work that is due in rooms further on. Not on a day that is closed."""
    if not is_workday(today, terms_of(place).closed):
        return []
    return [user for others in _others for user in others(place, today)]


def _with_packages(place: Municipality, today: date) -> list[User]:
    """Who received a package that waits for an answer longer than an ordinary report may. Not on a day that is closed."""
    terms = terms_of(place)
    if not is_workday(today, terms.closed):
        return []
    late = {
        for_whom for day, for_whom in packages.unanswered(place) if after(day, terms.normal, terms.closed) < today
    }
    return [user for capability in late for user in people.who_may(capability, place, today=today)]


def _tell_long_open(place: Municipality, today: date) -> None:
    """Once a week: nobody closed some reports."""
    if access.open_too_long(place, today=today)[0]:
        mail.tell(people.who_may(access.WEIGH, place, today=today), subject=SUBJECT, body=LONG_OPEN)


def _has_work(user: User, today: date) -> bool:
    due = access.due_for(user, today=today)
    if is_workday(today, terms_of(user.municipality_id).closed):
        return due.exists()
    return due.filter(urgency=Urgency.ACUTE).exists()


def plan() -> None:
    """See to it that a round waits for the next morning; does nothing when one does. The worker calls it at its start."""
    waiting = DBTaskResult.objects.filter(task_path=remind_all.module_path, status=TaskResultStatus.READY)
    if not waiting.exists():
        remind_all.using(run_after=next_morning(timezone.localtime())).enqueue()


def next_morning(now: datetime) -> datetime:
    """The next time that it is half past seven on the clock, also when summer time begins or ends in between."""
    here = now.tzinfo
    morning = datetime.combine(now.date(), MORNING, tzinfo=here)
    return morning if morning > now else datetime.combine(now.date() + timedelta(days=1), MORNING, tzinfo=here)
