"""The way through the report form. Nothing is stored before it is sent: each page carries the earlier answers along."""

from dataclasses import dataclass
from typing import Any

from django.http import QueryDict

from baken.accounts.models import Municipality
from baken.signals.forms import OTHER, STEPS, CarriedForm
from baken.signals.safe import said_of
from baken.signals.told import Told
from baken.ui.forms import HouseForm, new_secret

CHECK = "check"
ELSEWHERE = "elsewhere"
ABOUT_WHO = tuple(STEPS["contact"].base_fields)


@dataclass
class Page:
    """One page of the form: which step, its form, and everything else that was answered."""

    step: str
    form: HouseForm | None
    answers: dict[str, str]
    number: int = 1
    total: int = 3

    @property
    def safe(self) -> list[tuple[Any, str]]:
        """What is safe for who wants to be reached, to be read once more."""
        return said_of(self.answers)

    @property
    def carried(self) -> list[tuple[str, str]]:
        """The answers that this page does not ask, to be carried along unseen."""
        asked = set(self.form.fields) if self.form else set()
        return [(name, value) for name, value in self.answers.items() if name not in asked]


def steps_of(answers: dict[str, str]) -> list[str]:
    """The steps that this reporter takes: the contact step only for who wants to be reached."""
    return [step for step in STEPS if step != "contact" or answers.get("who") == "known"]


def answers_in(data: QueryDict) -> dict[str, str]:
    """Everything that was answered so far, as it was typed. A form without a secret gets one."""
    names = [*(name for form in STEPS.values() for name in form.base_fields), "form", "setting", "ticks", "again"]
    answers = {name: str(data[name]) for name in names if name in data}
    if not CarriedForm(answers).is_valid():
        answers.update(form=new_secret(), ticks=answers.get("ticks", "")[:20_000], setting="")
    where = STEPS["where"](answers)
    if answers.get("find") and where.is_valid() and where.cleaned_data["municipality"] != OTHER:
        answers.update(municipality=where.cleaned_data["municipality"], find="")
    return answers


def _page(step: str, answers: dict[str, str], *, bound: bool) -> Page:
    steps = steps_of(answers)
    number = min(steps.index(step) + 1, 3) if step in steps else 3
    if step == CHECK:
        return Page(CHECK, None, answers, number)
    asked = {"again": answers.get("again", "")} if step == "what" else {}
    form = STEPS[step](answers, **asked) if bound else STEPS[step](initial=answers, **asked)
    return Page(step, form, answers, number)


def first_wrong(answers: dict[str, str]) -> str | None:
    """The first step whose answers are not valid."""
    return next((step for step in steps_of(answers) if not STEPS[step](answers).is_valid()), None)


def _beside(step: str, answers: dict[str, str], way: int) -> str:
    order = [*steps_of(answers), CHECK]
    place = order.index(step) if step in order else 0
    return order[min(max(0, place + way), len(order) - 1)]


def turn(data: QueryDict) -> Page:
    """The page that follows on what was posted: the next step, the one before, or the same with what is wrong."""
    answers, go = answers_in(data), data.get("go", "next")
    step = data.get("step", "")
    if step not in (*STEPS, CHECK):
        return _page("what", answers, bound=False)
    wanted = go.removeprefix("change:")
    if wanted != go and wanted in STEPS:
        return _page(wanted, answers, bound=False)
    if go == "back":
        return _page(_beside(step, answers, -1), answers, bound=False)
    if step in STEPS and not STEPS[step](answers).is_valid():
        return _page(step, answers, bound=True)
    return _onward(step, answers)


def _onward(step: str, answers: dict[str, str]) -> Page:
    where = STEPS["where"](answers)
    if step in ("where", CHECK) and where.is_valid() and where.cleaned_data["municipality"] == OTHER:
        return Page(ELSEWHERE, None, answers, 2)
    following = _beside(step, answers, 1)
    wrong = first_wrong(answers) if following == CHECK else None
    return _page(wrong or following, answers, bound=bool(wrong))


def told_in(answers: dict[str, str], language: str) -> tuple[str, Told]:
    """The municipality's slug and what the reporter tells, out of valid answers."""
    carried = CarriedForm(answers)
    carried.is_valid()
    known = answers.get("who") == "known"
    text: dict[str, Any] = {
        name: answers.get(name, "").strip() for name in ("story", "place", "moment", "earlier", *ABOUT_WHO)
    }
    if not known:
        text.update(dict.fromkeys(ABOUT_WHO, ""))
    told = Told(
        form=carried.cleaned_data["form"],
        ticks=carried.cleaned_data["ticks"],
        setting=carried.cleaned_data["setting"],
        language=language,
        **text,
    )
    return answers["municipality"], told


def place_of(page: Page) -> str:
    """The name of the chosen municipality, for the page on which everything is read once more."""
    slug = page.answers.get("municipality", "") if page.step == CHECK else ""
    return Municipality.objects.filter(slug=slug).values_list("name", flat=True).first() or ""


def municipality_of(slug: str) -> Municipality:
    """The chosen municipality."""
    return Municipality.objects.get(slug=slug)
