"""What the worker does for oversight: each day the purge, each week a mail without content, and long work when asked."""

from datetime import date, datetime, time, timedelta
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_noop
from django_tasks import task
from django_tasks_db.models import DBTaskResult

from baken.accounts import access as people
from baken.accounts import mail
from baken.accounts.models import Municipality
from baken.oversight import checking, elsewhere, purge, standing
from baken.oversight import search as searching
from baken.oversight.models import ChainCheck, DataRequest
from baken.privacy import leftovers

AT = time(3, 0)
MONDAY = 0


@task()  # type: ignore[untyped-decorator]
def verify(check_id: int) -> int:
    """Check the whole trace; gives how many lines do not fit."""
    check = ChainCheck.objects.filter(pk=check_id).first()
    return len(checking.run(check)) if check else 0


@task()  # type: ignore[untyped-decorator]
def search(request_id: str) -> int:
    """Look for who asks in every report of the municipality and elsewhere; gives how many records were found."""
    request = DataRequest.objects.select_related("municipality").filter(pk=request_id, decided_on=None).first()
    return elsewhere.search(request) + searching.run(request) if request else 0


@task()  # type: ignore[untyped-decorator]
def daily() -> int:
    """The work of each night: what is due goes, on Monday the digest. The next night is set first, so that a fault stops nothing."""
    ensure()
    today = timezone.localdate()
    gone = sum(each.count for each in purge.purge(today))
    leftovers.sweep(timezone.now())
    leftovers.wipe()
    if today.weekday() == MONDAY:
        digest(today)
    return gone


def digest(today: date) -> int:
    """Mail who weighs reports that something will be destroyed soon, without numbers or content; gives how many mails."""
    near = [place for place in Municipality.objects.all() if standing.near(place.pk, today)]
    return mail.tell(
        [person for place in near for person in people.who_may("weigh_reports", place, today=today)],
        subject=gettext_noop("Kijk wat er binnenkort verdwijnt in Baken"),
        body=gettext_noop("Op de lijst ‘Wordt binnenkort verwijderd’ staat iets. Meld je aan in Baken om het te lezen."),
    )  # fmt: skip


def ensure() -> bool:
    """See to it that the next night stands in the queue, once. Gives whether it had to be put there."""
    waiting = DBTaskResult.objects.filter(status="READY", task_path=daily.module_path)
    if waiting.exists():
        return False
    daily.using(run_after=_next_night(timezone.localtime())).enqueue()
    return True


def is_waiting(work: Any, about: str) -> bool:
    """Whether this task about this record still waits or runs. One that was cut off does neither, and can be asked again."""
    rows = DBTaskResult.objects.filter(status__in=["READY", "RUNNING"], task_path=work.module_path)
    return any(about in row.args_kwargs["args"] for row in rows)


def _next_night(now: datetime) -> datetime:
    day = now.date() if now.time() < AT else now.date() + timedelta(days=1)
    return timezone.make_aware(datetime.combine(day, AT))
