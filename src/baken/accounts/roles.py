"""What each role may do: one table. Pages ask for a capability, never for a role.

A new capability is a line here and a row in the door table of the tests. Nobody gets a right from being in charge:
the administrator manages people and settings and cannot read reports (DESIGN.md, promise 7).
"""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    """The roles (rollen) somebody can hold, one or more a person."""

    FOCAL_OFFICER = "focal_officer", _("Aandachtsfunctionaris")
    CHAIN_COORDINATOR = "chain_coordinator", _("Ketenregisseur")
    CARE_COORDINATOR = "care_coordinator", _("Zorgcoördinator")
    POLICY_OFFICER = "policy_officer", _("Beleidsmedewerker")
    REGIONAL_ADVISER = "regional_adviser", _("Regionaal adviseur")
    QUESTION_EXPERT = "question_expert", _("Expert vraagbaak")
    TRAINER = "trainer", _("Trainer")
    PARTNER_MEMBER = "partner_member", _("Medewerker van een partner")
    SHELTER_WORKER = "shelter_worker", _("Medewerker opvang")
    PRIVACY_OFFICER = "privacy_officer", _("Privacyfunctionaris (FG)")
    ADMINISTRATOR = "administrator", _("Beheerder")
    CLERK = "clerk", _("Baliemedewerker")


GIVES = frozenset({"disclose", "read_disclosures", "mask_reports"})  # to other organisations, and hiding before it
TAKES = frozenset({"receive_packages", "receive_reports"})  # what others give
GIVES_CASES = frozenset(
    {"disclose_cases", "receive_packages", "receive_cases"}
)  # from a case, and cases of others
FILES = frozenset({"file_for_others", "invite_reporters", "import_reports"})
CASES = frozenset({"see_cases", "read_partners"})  # can be let in to a case, and knows the partners
SHELTERS = frozenset({"read_shelters", "keep_shelters"})  # of the region, or of one's own organisation
CAPABILITIES: dict[str, frozenset[str]] = {
    Role.FOCAL_OFFICER: frozenset({"read_reports", "weigh_reports", "edit_local_knowledge"})
    | GIVES
    | TAKES
    | FILES
    | CASES
    | GIVES_CASES
    | {"open_cases", "edit_partners"},
    Role.CHAIN_COORDINATOR: CASES | GIVES_CASES | {"open_cases", "lead_cases", "review_cases", "edit_partners"},
    Role.CARE_COORDINATOR: CASES
    | SHELTERS
    | {"receive_packages", "receive_for_care", "disclose_cases", "place_people", "give_care"},
    Role.POLICY_OFFICER: frozenset({"edit_local_knowledge", "review_cases"}),
    Role.REGIONAL_ADVISER: frozenset({"read_partners"}),
    Role.QUESTION_EXPERT: frozenset(),
    Role.TRAINER: frozenset({"review_cases"}),
    Role.PARTNER_MEMBER: CASES,
    Role.SHELTER_WORKER: CASES | SHELTERS,
    Role.PRIVACY_OFFICER: frozenset({"read_trace", "read_disclosures", "confirm_grounds", "record_grounds"}),
    Role.ADMINISTRATOR: frozenset({"manage_people", "manage_settings", "edit_local_knowledge", "record_grounds"}),
    Role.CLERK: frozenset({"file_for_others"}),
}


def capabilities(roles: set[str]) -> frozenset[str]:
    """Everything that somebody with these roles may do."""
    return frozenset().union(*(CAPABILITIES[role] for role in roles))
