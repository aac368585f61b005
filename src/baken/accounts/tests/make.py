"""Builders for tests: fixed values, invented people."""

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
