"""What other pages show of this room: "seen before" beside a report, and what is new in the inbox and on the first page of the desk."""

from uuid import UUID

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.translation import gettext

from baken.accounts import access as people
from baken.accounts.models import Ground, User
from baken.links import access, words
from baken.signals.models import Report


def seen_before(request: HttpRequest, report: Report) -> str:
    """The panel "seen before" of one report."""
    user = request.user
    if not isinstance(user, User) or not user.may("read_reports"):
        return ""
    on = people.what_is_on(user.municipality_id)
    links = access.links_of(user, report)
    known = {
        "report": report,
        "others": _by_other(links),
        "more": len(links) == access.MOST_LINKS,
        "hits": access.hits_of(user, report),
        "matching": Ground.What.MATCHING in on,
        "regional": Ground.What.REGIONAL in on,
        "may_decide": user.may("weigh_reports"),
    }
    return render_to_string("links/_panel.html", known, request)


def _by_other(links: list[access.Seen]) -> list[tuple[Report, list[tuple[access.Seen, str]]]]:
    """Each other report once, with all it shares and why; in the order of its surest link."""
    found: dict[UUID, tuple[Report, list[tuple[access.Seen, str]]]] = {}
    for seen in links:
        _other, shared = found.setdefault(seen.other.pk, (seen.other, []))
        shared.append((seen, words.said(seen.link.why)))
    return list(found.values())


def new_links(request: HttpRequest, asked: list[UUID]) -> dict[UUID, str]:
    """The words in the row of the inbox of reports with a link that is new to who is looking."""
    user = request.user
    if not isinstance(user, User):
        return {}
    return dict.fromkeys(access.marked_new(user, asked), gettext("nieuw verband"))


def today(request: HttpRequest, user: User) -> str:
    """New links with reports that this person weighed, and questions of other municipalities. Nothing personal."""
    if not user.may("weigh_reports"):
        return ""
    known = {"new": access.new_for(user), "waiting": access.waiting_for(user)}
    return render_to_string("links/_today.html", known, request) if any(known.values()) else ""
