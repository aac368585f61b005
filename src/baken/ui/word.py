"""A Word document (DOCX) in the look of the house: real headings, a language, and nothing of a person or a machine in it."""

import io
from typing import Any

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor

SEA = RGBColor(0x17, 0x32, 0x4D)
LOCALE = {"nl": "nl-NL", "en": "en-GB"}
SIZES = (("Normal", 11), ("Title", 20), ("Heading 1", 15), ("Heading 2", 12.5))
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def new_document(title: str, language: str) -> Any:
    """An empty document with this title, in this language."""
    document: Any = Document()
    about = document.core_properties
    about.title, about.author, about.comments, about.last_modified_by = title, "Baken", "", "Baken"
    about.language = LOCALE.get(language, language)
    for name, size in SIZES:
        style = document.styles[name]
        style.font.size, style.font.name = Pt(size), "Calibri"
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for key in ("w:asciiTheme", "w:hAnsiTheme"):
            fonts.attrib.pop(qn(key), None)
        fonts.set(qn("w:ascii"), "Calibri")
        fonts.set(qn("w:hAnsi"), "Calibri")
        if name != "Normal":
            style.font.color.rgb = SEA
    spoken = OxmlElement("w:lang")
    spoken.set(qn("w:val"), LOCALE.get(language, language))
    document.styles["Normal"].element.get_or_add_rPr().append(spoken)
    return document


def as_bytes(document: Any) -> bytes:
    """The document as a file."""
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()
