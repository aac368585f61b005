"""The minutes as a file: a Word document (DOCX) with real headings and tables, or a PDF that is accessible (PDF/UA-1)."""

import json
from pathlib import Path
from typing import Any, Literal

import typst
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

from baken.meetings.minutes import Minutes, Part
from baken.ui.word import TYPE, as_bytes, new_document

HERE = Path(__file__).resolve().parent / "typst"
FONTS = [Path(__file__).resolve().parent.parent / "ui" / "built" / "print"]


def as_docx(minutes: Minutes) -> bytes:
    """The minutes as a Word document, without anything of this machine in its properties."""
    document = new_document(minutes.title, minutes.language)
    document.add_heading(minutes.title, 0)
    _facts(document, minutes.facts)
    document.add_paragraph(minutes.words["secret"])
    for part in minutes.parts:
        _part(document, part, minutes.words)
    document.add_heading(minutes.words["all"], 1)
    rows = [(*action, part.heading) for part in minutes.parts for action in part.agreed]
    if rows:
        heads = [minutes.words[name] for name in ("what", "who", "when", "case")]
        _table(document, heads, [(what, who, when, case) for what, who, when, _state, case in rows])
    else:
        document.add_paragraph(minutes.words["nothing"])
    return as_bytes(document)


def _facts(document: Any, facts: tuple[tuple[str, str], ...]) -> None:
    for name, value in facts:
        line = document.add_paragraph()
        line.paragraph_format.space_after = Pt(2)
        line.add_run(f"{name}: ").bold = True
        line.add_run(value)


def _part(document: Any, part: Part, words: dict[str, str]) -> None:
    document.add_heading(part.heading, 1)
    _facts(document, part.facts)
    heads = [words[name] for name in ("what", "who", "when", "state")]
    if part.earlier:
        document.add_heading(words["earlier"], 2)
        _table(document, heads, part.earlier)
    for heading, texts in part.texts:
        document.add_heading(heading, 2)
        for text in texts:
            document.add_paragraph(text)
    if part.agreed:
        document.add_heading(words["agreed"], 2)
        _table(document, heads, part.agreed)


def _table(document: Any, heads: list[str], rows: Any) -> None:
    """A table of which the first row is a heading that comes back on each page."""
    table = document.add_table(rows=1, cols=len(heads), style="Table Grid")
    for cell, head in zip(table.rows[0].cells, heads, strict=True):
        cell.paragraphs[0].add_run(head).bold = True
    repeated = OxmlElement("w:tblHeader")
    repeated.set(qn("w:val"), "true")
    table.rows[0]._tr.get_or_add_trPr().append(repeated)
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    document.add_paragraph()


def as_pdf(minutes: Minutes) -> bytes:
    """The minutes on A4. Accessible (PDF/UA-1); a text in letters that the font lacks becomes a plain PDF."""
    data = json.dumps(minutes.as_json(), ensure_ascii=False)
    try:
        return _pdf(data, standard="ua-1")
    except typst.TypstError:
        return _pdf(data, standard="1.7")


def _pdf(data: str, *, standard: Literal["ua-1", "1.7"]) -> bytes:
    document: bytes = typst.compile(
        HERE / "minutes.typ",
        sys_inputs={"data": data},
        font_paths=FONTS,
        ignore_system_fonts=standard == "ua-1",
        pdf_standards=standard,
        format="pdf",
        timestamp=0,
    )
    return document


FILES = {
    "docx": (as_docx, TYPE),
    "pdf": (as_pdf, "application/pdf"),
}
