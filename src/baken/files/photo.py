"""A photo is drawn anew: what is kept are its dots and nothing else. No place, device, maker, thumbnail or tail.

A file can be small and still unfold to more dots than a machine can hold (a pixel bomb), so the number of dots is read
before they are drawn, and one photo is drawn at a time in a process.
"""

import io
import threading
import warnings

from PIL import Image, ImageOps, UnidentifiedImageError

READ_AS = {"jpeg": "JPEG", "png": "PNG", "webp": "WEBP"}
PLAIN, PROGRESSIVE = "plain", "progressive"
SHARE = {  # of the most dots: by what reading takes in memory (measured, tests/proof/test_uploads.py)
    "PNG": 1.0,
    PLAIN: 3.0,  # an ordinary JPEG is read at half of its width and height when it is large
    PROGRESSIVE: 0.8,
    "WEBP": 0.5,
}
QUALITY = 90
_one_at_a_time = threading.Lock()


class Broken(ValueError):
    """This is not a whole photo."""


class TooManyDots(ValueError):
    """More dots than we draw."""


def redraw(content: bytes, *, read_as: str, most_dots: int) -> tuple[bytes, str]:
    """The same picture, drawn anew: its bytes, and the format they are in (`jpeg`, or `png` for a PNG).

    `most_dots`: how many dots may be drawn; by kind it is a share of it (SHARE). Raises Broken and TooManyDots.
    """
    with _one_at_a_time:
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # what is odd in the notes of a camera goes anyway
                warnings.simplefilter("error", Image.DecompressionBombWarning)
                return _redraw(content, READ_AS[read_as], most_dots)
        except (Image.DecompressionBombWarning, Image.DecompressionBombError):
            raise TooManyDots from None
        except (UnidentifiedImageError, OSError, SyntaxError, ValueError, IndexError, OverflowError) as error:
            if isinstance(error, TooManyDots):
                raise
            raise Broken from None


def _redraw(content: bytes, read_as: str, most_dots: int) -> tuple[bytes, str]:
    with Image.open(io.BytesIO(content), formats=[read_as]) as image:
        _fit(image, most_dots)
        ImageOps.exif_transpose(image, in_place=True)  # the camera only noted which side is up
        out = io.BytesIO()
        if read_as == "PNG":
            _bare(image, "RGBA" if image.has_transparency_data else "RGB").save(out, "PNG")
            return out.getvalue(), "png"
        _bare(image, "RGB").save(out, "JPEG", quality=QUALITY)
        return out.getvalue(), "jpeg"


def _fit(image: Image.Image, most_dots: int) -> None:
    """Make sure that drawing this image takes no more than `most_dots`."""
    width, height = image.size
    kind = str(image.format)
    if kind in {"JPEG", "MPO"}:
        kind = PROGRESSIVE if image.info.get("progressive") else PLAIN
    if width * height > most_dots * SHARE[kind]:
        raise TooManyDots
    if width * height > most_dots:
        image.draft(image.mode, (width // 2, height // 2))


def _bare(image: Image.Image, mode: str) -> Image.Image:
    """Only the dots: a picture that knows nothing of the one it came from, and that is not a second one in memory."""
    image.load()
    bare = image if image.mode == mode else image.convert(mode)
    bare.info = {}  # from here the writers of Pillow take comments, profiles and notes
    return bare
