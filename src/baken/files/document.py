"""A PDF stays as it is, apart from what hangs behind its end. One that plainly holds a program is refused."""

END = b"%%EOF"
PROGRAMS = (b"/JavaScript", b"/Launch", b"/RichMedia")


class NotWhole(ValueError):
    """It begins as a PDF and does not end as one."""


class HasProgram(ValueError):
    """It says that it does something when it is opened."""


def tidy(content: bytes) -> bytes:
    """The PDF up to and with its end mark (ISO 32000-1, 7.5.5), so that nothing can hide behind it.

    Raises NotWhole and HasProgram. What is compressed inside is not looked into: a virus scanner does that.
    """
    end = content.rfind(END)
    if end < 0 or content.rfind(b"startxref", 0, end) < 0:
        raise NotWhole
    if any(each in content for each in PROGRAMS):
        raise HasProgram
    return content[: end + len(END)] + b"\n"
