"""What leaves, as one frozen thing: shown before it goes, kept as it went, and made into a file, always the same text."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal

import typst

HERE = Path(__file__).resolve().parent / "typst"
FONTS = [Path(__file__).resolve().parent.parent / "ui" / "built" / "print"]


@dataclass(frozen=True, slots=True)
class Package:
    """A title, facts (name, value) and sections (heading, text). `told` is what a receiver here starts a report from."""

    title: str
    facts: tuple[tuple[str, str], ...]
    sections: tuple[tuple[str, str], ...]
    told: str = ""

    def as_text(self) -> str:
        """The whole package as plain text: exactly what leaves."""
        facts = "\n".join(f"{name}: {value}" for name, value in self.facts)
        sections = [f"{heading.upper()}\n\n{text}" if heading else text for heading, text in self.sections]
        return "\n\n".join([self.title.upper(), facts, *sections]) + "\n"

    def as_json(self) -> dict[str, Any]:
        """For a sealed field."""
        return asdict(self)

    @classmethod
    def of(cls, stored: dict[str, Any]) -> "Package":
        """Read back from a sealed field."""
        pairs = {name: tuple((a, b) for a, b in stored[name]) for name in ("facts", "sections")}
        return cls(stored["title"], told=stored["told"], **pairs)

    def as_pdf(self) -> bytes:
        """The package on A4. Accessible (PDF/UA-1); a text in letters that the font lacks becomes a plain PDF."""
        data = json.dumps(self.as_json(), ensure_ascii=False)
        try:
            return _pdf(data, standard="ua-1")
        except typst.TypstError:
            return _pdf(data, standard="1.7")


def _pdf(data: str, *, standard: Literal["ua-1", "1.7"]) -> bytes:
    document: bytes = typst.compile(
        HERE / "package.typ",
        sys_inputs={"data": data},
        font_paths=FONTS,
        ignore_system_fonts=standard == "ua-1",
        pdf_standards=standard,
        format="pdf",
        timestamp=0,
    )
    return document
