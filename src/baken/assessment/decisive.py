"""What is not known and would change the outcome: the next safe question is about that."""

from baken.assessment.indications import BASE, Sign, Weighed, weigh

AGE = "age"
ELEMENTS = ("act", "means", "purpose")
ONE_MORE = "medium"  # how heavy the one more sign is thought to be


def decisive(found: list[Weighed], *, minor: bool | None) -> tuple[str, ...]:
    """Of which elements one more sign would change the strongest indication, and AGE when knowing it would; the biggest change first.

    Empty when there is nothing to go on yet, or when one answer changes nothing.
    """
    if not found:
        return ()
    first = found[0]
    missing = [element for element in ELEMENTS if not first.of(element)]
    outcomes = {
        element: weigh(first.type, (*first.signs, Sign("", ONE_MORE, element, None)), minor=bool(minor)).strength
        for element in missing
    }
    if minor is None:
        outcomes[AGE] = weigh(first.type, first.signs, minor=True).strength
    changed = [what for what, strength in outcomes.items() if strength != first.strength]
    return tuple(sorted(changed, key=lambda what: (-BASE[outcomes[what]], (*ELEMENTS, AGE).index(what))))
