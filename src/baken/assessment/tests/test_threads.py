"""Many people check at once: each gets the answer to their own text."""

from concurrent.futures import ThreadPoolExecutor

from baken.assessment.assess import assess
from baken.assessment.observation import Note
from baken.catalogue import load

TEXTS = [
    "De baas bewaart hun paspoorten en ze mogen niet weg.",
    "Mevrouw kwam een nieuw paspoort aanvragen voor de vakantie.",
    "Meisje van 15 wordt elke avond opgehaald door een oudere man en komt terug met geld.",
    "Slaapt met acht man in de loods, werkt zeven dagen en krijgt geen loon.",
]


def test_everybody_gets_their_own_answer():
    alone = [assess(Note(text), load()) for text in TEXTS]
    with ThreadPoolExecutor(8) as people:
        together = list(people.map(lambda text: assess(Note(text), load()), TEXTS * 25))
    assert together == alone * 25
