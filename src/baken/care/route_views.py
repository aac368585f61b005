"""Pages of the route: one question at a time, and deciding."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from baken.accounts.who import user_of
from baken.care import access, route, services
from baken.care.asking import act
from baken.care.forms import YES, ChooseForm, QuestionForm
from baken.care.views import ask_and_do
from baken.catalogue import load
from baken.coordination.services import NotPossible
from baken.routes import WrongAnswer


@ask_and_do
def ask(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The question that decides soonest, or the one that was asked for (`?vraag=`), beside what is already clear."""
    user = user_of(request)
    seen = access.read_file(user, pk)
    now = route.told(seen.file, user.language)
    question = load().route_questions.get(request.GET.get("vraag", "")) or now.question
    form = None
    if question is not None and not seen.file.is_closed:
        posted = request.POST if request.method == "POST" else None
        form = QuestionForm(posted, question=question, language=user.language)
        if form.is_valid():
            try:
                services.answer(seen.file, question.slug, form.value, by=user)
                return redirect("care:route", pk)
            except (WrongAnswer, NotPossible) as why:
                form.add_error("answer", str(why))
    known = {"seen": seen, "file": seen.file, "route": now, "question": question, "form": form}
    return render(request, "care/route.html", known, status=422 if form and form.errors else 200)


@ask_and_do
def forget(request: HttpRequest, pk: UUID, question: str) -> HttpResponse:
    """Take an answer back, so that it is asked again."""
    seen = access.read_file(user_of(request), pk)
    if question not in load().route_questions:
        raise Http404
    if request.method == "POST" and not seen.file.is_closed:
        services.answer(seen.file, question, None, by=seen.user)
    return redirect("care:route", pk)


@ask_and_do
def choose(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Decide: this route fits, or another way with a reason."""
    seen = access.read_file(user_of(request), pk)

    def make(posted: Any) -> ChooseForm:
        return ChooseForm(posted, initial={"seen": access.look(seen.user, pk).file.revision})

    def write(form: ChooseForm) -> None:
        data = form.cleaned_data
        services.choose(
            seen.file, follows=data["follows"] == YES, why=data["why"], seen=data["seen"], by=seen.user
        )

    lead = _("Baken helpt je kiezen. Jij beslist, samen met de persoon om wie het gaat.")
    return act(request, seen, make, write, title=_("Kies de route"), button=_("Leg mijn keuze vast"), lead=lead)
