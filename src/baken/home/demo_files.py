"""The one file of the demo: a drawing, plainly invented, made here and sent along as any photo is."""

import io

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image, ImageDraw

from baken.files.accept import Accepted, accept

SKY, SEA, WALL, DOOR, INK = "#dbe6f0", "#8fb0c9", "#c9bfae", "#6b5d4d", "#17324d"


def drawing() -> Accepted:
    """A warehouse on a quay, with the word that it is invented across it."""
    image = Image.new("RGB", (960, 640), SKY)
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 470, 960, 640), SEA)
    draw.rectangle((160, 230, 800, 480), WALL)
    draw.polygon(((140, 230), (480, 120), (820, 230)), DOOR)
    draw.rectangle((420, 330, 540, 480), DOOR)
    for left in (220, 310, 600, 690):
        draw.rectangle((left, 300, left + 55, 350), SKY)
    draw.text((480, 60), "VERZONNEN TEKENING", INK, anchor="mm", font_size=54)
    draw.text((480, 565), "Demo van Baken: deze loods bestaat niet", INK, anchor="mm", font_size=34)
    out = io.BytesIO()
    image.save(out, "JPEG", quality=85)
    return accept(SimpleUploadedFile("verzonnen-tekening-loods.jpg", out.getvalue()))
