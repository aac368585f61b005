"""Builders for tests: fixed values, invented people."""

from django_tasks_db.models import DBTaskResult

from baken.accounts import mail
from baken.accounts.models import Municipality, Region, RoleGrant, User

PASSWORD = "vuurtoren-op-het-duin-7"


def make_municipality(name: str, region: str = "Kustregio") -> Municipality:
    """An invented municipality."""
    found, _ = Region.objects.get_or_create(name=region)
    return Municipality.objects.create(name=name, slug=name.lower(), region=found)


def make_person(name: str, municipality: Municipality, *roles: str, **fields: object) -> User:
    """An invented colleague with these roles; e-mail is firstname@municipality.example."""
    email = f"{name.split()[0].lower()}@{municipality.slug}.example"
    user = User(email=email, name=name, municipality=municipality, **fields)  # type: ignore[arg-type]
    user.set_unusable_password()
    user.save()
    RoleGrant.objects.bulk_create(RoleGrant(user=user, role=role) for role in roles)
    return user


def carry_out() -> int:
    """Send the mails that wait, as the worker does; gives how many went out."""
    waiting = list(DBTaskResult.objects.ready().filter(task_path=mail.send.module_path))
    DBTaskResult.objects.filter(pk__in=[each.pk for each in waiting]).delete()
    return sum(mail.send.func(*each.args_kwargs["args"]) for each in waiting)
