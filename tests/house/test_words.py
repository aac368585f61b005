"""Names and words: no personal data in what a record is called, no forbidden names of files, docs name everything."""

import ast
import re
from pathlib import Path

from django.apps import apps
from django.urls import URLPattern, URLResolver, get_resolver

from baken.privacy.sealed import SealedText

ROOT = Path(__file__).resolve().parents[2]
SRC = ROOT / "src/baken"
OURS = [model for model in apps.get_models() if model.__module__.startswith("baken.")]


def test_what_a_record_is_called_shows_no_sealed_field():
    for model in OURS:
        sealed = [f.name for f in model._meta.get_fields() if isinstance(f, SealedText)]
        source = Path(
            SRC / model.__module__.split(".")[1] / (model.__module__.split(".", 2)[2].replace(".", "/") + ".py")
        )
        tree = ast.parse(source.read_text())
        cls = next(n for n in ast.walk(tree) if isinstance(n, ast.ClassDef) and n.name == model.__name__)
        named = next((n for n in cls.body if isinstance(n, ast.FunctionDef) and n.name == "__str__"), None)
        assert named is not None, f"{model.__name__} has no __str__"
        used = {n.attr for n in ast.walk(named) if isinstance(n, ast.Attribute)}
        assert not used & {*sealed, "email"}, model.__name__


def test_every_model_with_sealed_fields_says_how_long_it_lives():
    for model in OURS:
        if any(isinstance(f, SealedText) for f in model._meta.get_fields()):
            assert hasattr(model, "keep"), model.__name__


def test_no_file_is_called_utils_or_signals():
    for path in SRC.rglob("*.py"):
        assert path.name not in {"utils.py", "helpers.py", "signals.py", "common.py"}, path


def routes() -> set[str]:
    found: set[str] = set()

    def walk(patterns, prefix=""):
        for entry in patterns:
            if isinstance(entry, URLResolver):
                walk(entry.url_patterns, f"{prefix}{entry.namespace}:" if entry.namespace else prefix)
            elif isinstance(entry, URLPattern) and entry.name:
                found.add(prefix + entry.name)

    walk(get_resolver().url_patterns)
    return found


def test_docs_name_every_page():
    docs = (ROOT / "docs/pages.md").read_text()
    assert [route for route in sorted(routes()) if f"`{route}`" not in docs] == []


def test_docs_name_every_setting():
    docs = (ROOT / "docs/settings.md").read_text()
    code = (SRC / "config/settings.py").read_text()
    names = set(re.findall(r'"((?:BAKEN|DATABASE)_[A-Z_]+)"', code))
    assert [name for name in sorted(names) if f"`{name}`" not in docs] == []


def test_docs_name_every_model():
    docs = (ROOT / "docs/glossary.md").read_text()
    assert [model.__name__ for model in OURS if f"`{model.__name__}`" not in docs] == []
