"""The overview as data (pure): which indicators fit a choice, and the table of groups and types."""

from collections.abc import Mapping
from dataclasses import dataclass

from baken.catalogue import Catalogue
from baken.catalogue.items import ExploitationType, Indicator, RiskGroup


@dataclass(frozen=True)
class Choice:
    """What somebody filtered on; empty means all. `unknown`: a value of the address that does not exist."""

    type: str = ""
    group: str = ""
    setting: str = ""
    acute: bool = False
    unknown: bool = False

    def __bool__(self) -> bool:
        return bool(self.type or self.group or self.setting or self.acute)


@dataclass(frozen=True)
class Cell:
    """How many indicators of one type can occur with one group; None where no link is known."""

    type: ExploitationType
    count: int | None


@dataclass(frozen=True)
class Row:
    """One risk group and its cells, a cell a type."""

    group: RiskGroup
    cells: tuple[Cell, ...]


def choice_in(catalogue: Catalogue, values: Mapping[str, str]) -> Choice:
    """The choice that an address says (vorm, doelgroep, werkplek, acuut); unknown values are left out and told."""
    named = (
        ("type", "vorm", catalogue.types),
        ("group", "doelgroep", catalogue.groups),
        ("setting", "werkplek", catalogue.settings),
    )
    asked = {field: values.get(name, "") for field, name, _ in named}
    known = {
        field: value for field, (_, _, items) in zip(asked, named, strict=True) if (value := asked[field]) in items
    }
    unknown = any(value and field not in known for field, value in asked.items())
    return Choice(**known, acute=values.get("acuut") == "ja", unknown=unknown)


def fits(catalogue: Catalogue, choice: Choice) -> tuple[Indicator, ...]:
    """The indicators in use that fit every part of the choice; of one type the strongest first."""
    found = catalogue.by_type[choice.type] if choice.type else catalogue.current
    wanted = [
        {each.slug for each in items[slug]}
        for items, slug in ((catalogue.by_group, choice.group), (catalogue.by_setting, choice.setting))
        if slug
    ]
    return tuple(
        each for each in found if all(each.slug in slugs for slugs in wanted) and (each.acute or not choice.acute)
    )


def table(catalogue: Catalogue) -> tuple[Row, ...]:
    """Rows are risk groups, columns types."""
    return tuple(
        Row(
            group,
            tuple(
                Cell(each, len(found) if (found := catalogue.cells.get((group.slug, each.slug))) else None)
                for each in catalogue.types.values()
            ),
        )
        for group in catalogue.groups.values()
    )
