"""The way through the help page: which answers lead to whom. Three questions at most, three contact points at most."""

from dataclasses import dataclass

START, DANGER, WHO, RIGHTS = "", "1", "2", "r"
WHO_CODES = {"a": "child", "b": "work", "c": "sex", "d": "family", "e": "crime", "f": "other"}
HOW_CODES = {"1": "phone", "2": "write", "3": "language"}

# For each situation whom to turn to, by phone, in writing and with an interpreter. From the contact points of
# `content/contacts/`: what they do and for whom. Who prefers to write gets those with a website or a mail address.
TO_WHOM: dict[str, dict[str, tuple[str, ...]]] = {
    "child": {
        "phone": ("veilig-thuis", "politie-0900"),
        "write": ("veilig-thuis", "comensha", "nidos"),
        "language": ("veilig-thuis", "nidos", "politie-0900"),
    },
    "work": {
        "phone": ("comensha", "nla", "fairwork"),
        "write": ("fairwork", "comensha", "nla"),
        "language": ("fairwork", "comensha"),
    },
    "sex": {
        "phone": ("csg", "comensha", "politie-0900"),
        "write": ("comensha", "slachtofferhulp"),
        "language": ("comensha", "csg", "politie-0900"),
    },
    "family": {
        "phone": ("veilig-thuis", "politie-0900"),
        "write": ("veilig-thuis", "comensha"),
        "language": ("veilig-thuis", "comensha"),
    },
    "crime": {
        "phone": ("comensha", "slachtofferhulp", "advocaat"),
        "write": ("comensha", "advocaat"),
        "language": ("comensha", "advocaat"),
    },
    "other": {
        "phone": ("comensha", "veilig-thuis", "politie-0900"),
        "write": ("comensha", "veilig-thuis"),
        "language": ("comensha", "veilig-thuis"),
    },
}


@dataclass(frozen=True, kw_only=True)
class Page:
    """One page of the way: what it is, the page before it, the answers it offers (words and next page), and whom it names."""

    kind: str
    number: int = 0
    back: str | None = None
    answers: tuple[tuple[str, str], ...] = ()
    contacts: tuple[str, ...] = ()
    writes: bool = False

    @property
    def template(self) -> str:
        """What stands in the middle of the page."""
        return f"help_page/_{'ask' if self.answers else self.kind}.html"

    @property
    def is_first(self) -> bool:
        """The page where everybody comes in."""
        return self.number == 1


def _pages() -> dict[str, Page]:
    found = {
        START: Page(kind="danger", number=1, answers=(("danger_yes", DANGER), ("danger_no", WHO))),
        DANGER: Page(kind="call", back=START),
        WHO: Page(
            kind="who",
            number=2,
            back=START,
            answers=tuple((f"who_{who}", WHO + code) for code, who in WHO_CODES.items()),
        ),
        RIGHTS: Page(kind="rights", back=START),
    }
    for code, who in WHO_CODES.items():
        at = WHO + code
        found[at] = Page(
            kind="how",
            number=3,
            back=WHO,
            answers=tuple((f"how_{how}", at + number) for number, how in HOW_CODES.items()),
        )
        for number, how in HOW_CODES.items():
            writes = how == "write"
            found[at + number] = Page(kind="answer", back=at, contacts=TO_WHOM[who][how], writes=writes)
    return found


PAGES = _pages()
"""Every page by its code, which stands in the address."""
