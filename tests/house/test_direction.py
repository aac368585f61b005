"""One direction: imports are checked by the import contract, foreign keys here."""

import tomllib
from pathlib import Path

from django.apps import apps

ROOT = Path(__file__).resolve().parents[2]


def floors() -> dict[str, int]:
    contract = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"][0]
    layers = list(reversed(contract["layers"]))
    return {room.strip(): floor for floor, layer in enumerate(layers) for room in layer.split("|")}


def test_every_room_stands_in_the_contract():
    rooms = {path.parent.name for path in (ROOT / "src/baken").glob("*/__init__.py")}
    assert rooms == set(floors())


def test_foreign_keys_point_to_the_left():
    known = floors()
    for model in apps.get_models():
        if not model.__module__.startswith("baken."):
            continue
        room = model.__module__.split(".")[1]
        for field in model._meta.get_fields():
            target = field.related_model if field.many_to_one or field.one_to_one else None
            if target is not None and target.__module__.startswith("baken.") and not field.auto_created:
                other = target.__module__.split(".")[1]
                assert other == room or known[other] < known[room], f"{model.__name__}.{field.name}"
