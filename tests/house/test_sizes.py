"""You can hold a room in your head: the sizes of examples-to-follow, as hard stops."""

import ast
from pathlib import Path

import pytest

SRC = Path(__file__).resolve().parents[2] / "src/baken"
FILES = sorted(p for p in SRC.rglob("*.py") if "migrations" not in p.parts)
CODE = [p for p in FILES if "tests" not in p.parts]
TEMPLATES = sorted(SRC.glob("*/templates/**/*.*"))
BRANCH = (ast.If, ast.For, ast.While, ast.ExceptHandler, ast.IfExp, ast.BoolOp)


def name(path: Path) -> str:
    return str(path.relative_to(SRC))


def functions(path: Path) -> list[ast.FunctionDef]:
    return [node for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.FunctionDef)]


def length(function: ast.FunctionDef) -> int:
    doc = ast.get_docstring(function, clean=False)
    return (function.end_lineno or 0) - function.lineno + 1 - (len(doc.splitlines()) if doc else 0)


@pytest.mark.parametrize("path", FILES, ids=name)
def test_a_file_fits_a_few_screens(path: Path):
    assert len(path.read_text().splitlines()) <= (400 if "tests" in path.parts else 300)


@pytest.mark.parametrize("path", CODE, ids=name)
def test_a_function_fits_one_screen(path: Path):
    limit = 25 if path.name.startswith("views") or path.name.endswith("_views.py") else 40
    assert {f.name: length(f) for f in functions(path) if length(f) > limit} == {}


@pytest.mark.parametrize("path", CODE, ids=name)
def test_a_function_has_few_branches(path: Path):
    many = {f.name: sum(isinstance(node, BRANCH) for node in ast.walk(f)) for f in functions(path)}
    assert {key: count for key, count in many.items() if count > 8} == {}


@pytest.mark.parametrize("path", CODE, ids=name)
def test_a_function_has_few_arguments(path: Path):
    many = {f.name: len(f.args.args) + len(f.args.kwonlyargs) for f in functions(path)}
    assert {key: count for key, count in many.items() if count > 7} == {}


@pytest.mark.parametrize("path", TEMPLATES, ids=name)
def test_a_template_fits_three_screens(path: Path):
    assert len(path.read_text().splitlines()) <= 120


def test_a_room_can_be_held_in_the_head():
    for room in sorted(p.parent for p in SRC.glob("*/__init__.py")):
        lines = sum(
            sum(bool(line.strip()) and not line.strip().startswith("#") for line in path.read_text().splitlines())
            for path in room.rglob("*.py")
            if "tests" not in path.parts and "migrations" not in path.parts
        )
        assert lines <= 2000, f"{room.name}: {lines}"


@pytest.mark.parametrize("path", sorted(SRC.glob("*/__init__.py")), ids=name)
def test_a_room_has_a_nameplate(path: Path):
    doc = ast.get_docstring(ast.parse(path.read_text()))
    assert doc
    assert len(doc.splitlines()) <= 12
