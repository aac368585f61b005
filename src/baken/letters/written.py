"""A letter as a Word document: real headings and lists, what must still be filled in marked, and no name of anybody in its properties."""

import re
from typing import Any

from docx.enum.text import WD_COLOR_INDEX
from docx.shared import Pt

from baken.sharing.package import Package
from baken.ui.word import as_bytes, new_document

OPEN = re.compile(
    r"(\[ [^\]]+ \])"
)  # what the municipality fills in; a label of what is hidden has no spaces inside
POINT = "- "


def still_open(package: Package) -> list[str]:
    """What must still be filled in, each once."""
    return list(dict.fromkeys(found for _heading, text in package.sections for found in OPEN.findall(text)))


def as_docx(package: Package, language: str) -> bytes:
    """The letter as it stands, to fill in and sign."""
    document = new_document(package.title, language)
    document.add_heading(package.title, 0)
    for name, value in package.facts:
        line = document.add_paragraph()
        line.paragraph_format.space_after = Pt(2)
        line.add_run(f"{name}: ").bold = True
        _say(line, value)
    for heading, text in package.sections:
        if heading:
            document.add_heading(heading, 1)
        _section(document, text)
    return as_bytes(document)


def _section(document: Any, text: str) -> None:
    """Paragraphs, with a list where lines begin with a dash."""
    for part in filter(None, text.split("\n\n")):
        loose: list[str] = []
        for line in part.split("\n"):
            if line.startswith(POINT):
                _paragraph(document, loose)
                _say(document.add_paragraph(style="List Bullet"), line.removeprefix(POINT))
            else:
                loose.append(line)
        _paragraph(document, loose)


def _paragraph(document: Any, lines: list[str]) -> None:
    """One paragraph of these lines; they are used up."""
    if lines:
        _say(document.add_paragraph(), "\n".join(lines))
        lines.clear()


def _say(paragraph: Any, text: str) -> None:
    for part in filter(None, OPEN.split(text)):
        run = paragraph.add_run(part)
        if OPEN.fullmatch(part):
            run.font.highlight_color = WD_COLOR_INDEX.YELLOW
