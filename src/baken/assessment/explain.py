"""The reasoning in words, Dutch and English: which step of the rule, on which facts, and what is not known."""

from baken.assessment.indications import Weighed
from baken.catalogue import Catalogue
from baken.catalogue.text import Text

ELEMENTS = {
    "act": Text("Handeling (werven, vervoeren, huisvesten)", "Act (recruiting, transporting, housing)"),
    "means": Text(
        "Middel (dwang, misleiding, misbruik van een zwakke positie)",
        "Means (force, deception, abuse of a weak position)",
    ),
    "purpose": Text("Doel (uitbuiting)", "Purpose (exploitation)"),
}
DIMENSIONS = {
    "deceptive-recruitment": Text("misleiding bij het werven", "deception in recruiting"),
    "coercive-recruitment": Text("dwang bij het werven", "coercion in recruiting"),
    "recruitment-by-abuse-of-vulnerability": Text("werven door misbruik van een zwakke positie", "recruiting by abuse of a weak position"),
    "exploitation": Text("uitbuiting", "exploitation"),
    "coercion-at-destination": Text("dwang op de plek zelf", "coercion on the spot"),
    "abuse-of-vulnerability-at-destination": Text("misbruik van een zwakke positie op de plek zelf", "abuse of a weak position on the spot"),
}  # fmt: skip
STEPS = {
    "means-and-purpose": Text(
        "Er zijn aanwijzingen voor een middel én voor een doel, samen zwaar genoeg: meerdere sterke aanwijzingen.",
        "There are signs of a means and of a purpose, heavy enough together: several strong signs.",
    ),
    "child": Text(
        "Het gaat om iemand onder de 18 en er zijn aanwijzingen voor een doel. Een middel is dan volgens de wet niet nodig.",
        "This is about somebody under 18 and there are signs of a purpose. By law no means is needed then.",
    ),
    "dimension": Text(
        "Naar de ILO-indicatoren telt één onderdeel als aanwezig: {dimension}.",
        "After the ILO indicators one dimension counts as present: {dimension}.",
    ),
    "one-strong": Text("Er is één sterke aanwijzing.", "There is one strong sign."),
    "two-medium": Text(
        "Er zijn ten minste twee middelzware aanwijzingen.", "There are at least two medium signs."
    ),
    "few": Text(
        "Er zijn weinig of alleen lichte aanwijzingen. Dat is een reden om te vragen, niet meer.",
        "There are few or only light signs. That is a reason to ask, no more.",
    ),
}
ACUTE = {
    "sign": Text("Een van de signalen kan spoed zijn.", "One of the signs can be urgent."),
    "minor": Text("Het gaat om iemand onder de 18: dan kan het spoed zijn.", "This is about somebody under 18: then it can be urgent."),
    "danger": Text("Er staan woorden in die op gevaar van nu wijzen.", "It holds words that point to danger now."),
    "like": Text(
        "De tekst lijkt als geheel op berichten waarin nu gevaar is. Dat kan ook niet zo zijn: vraag het na.",
        "As a whole the text looks like notes in which there is danger now. That need not be so: ask.",
    ),
}  # fmt: skip
NOT_SEEN = Text("Nog niets gezien van: {element}.", "Nothing seen yet of: {element}.")
AGE = Text(
    "Is de persoon jonger dan 18? Dat is niet bekend en maakt veel uit.",
    "Is the person under 18? That is not known and matters a lot.",
)
BESIDE = Text(
    "Gezien, maar op zichzelf geen handeling, middel of doel", "Seen, but by itself no act, means or purpose"
)
CHANGES = Text("Dit kan de uitkomst veranderen.", "This can change the outcome.")
NOTHING = Text(
    "Wij herkennen hier geen signaal. Dat sluit niets uit: wat maakt dat je je zorgen maakt?",
    "We recognise no sign here. That rules nothing out: what makes you worry?",
)


def reasons(weighed: Weighed, catalogue: Catalogue, language: str, because: str | None = None) -> tuple[str, ...]:
    """One sentence a step: what was seen of each element, the step of the rule that decided, and what makes it acute."""
    told = []
    for element, title in ELEMENTS.items():
        seen = weighed.of(element)
        if seen:
            names = "; ".join(catalogue.indicators[slug].title.say(language) for slug in seen)
            told.append(f"{title.say(language)}: {names}.")
    beside = [sign.indicator for sign in weighed.signs if sign.element not in ELEMENTS]
    if beside:
        names = "; ".join(catalogue.indicators[slug].title.say(language) for slug in beside)
        told.append(f"{BESIDE.say(language)}: {names}.")
    dimension = DIMENSIONS[weighed.dimension].say(language) if weighed.dimension in DIMENSIONS else ""
    told.append(STEPS[weighed.step].say(language).format(dimension=dimension))
    if because:
        told.append(ACUTE[because].say(language))
    return tuple(told)


def unknown(
    found: list[Weighed], *, minor: bool | None, decisive: tuple[str, ...], language: str
) -> tuple[str, ...]:
    """What would matter and is not known: for the strongest type, and the age. What would change the outcome comes first, and says so."""
    if not found:
        return (NOTHING.say(language),)
    missing = [element for element in ELEMENTS if not found[0].of(element) and not (minor and element == "means")]
    told = {each: NOT_SEEN.say(language).format(element=ELEMENTS[each].say(language)) for each in missing}
    if minor is None:
        told["age"] = AGE.say(language)
    first = [f"{told.pop(each)} {CHANGES.say(language)}" for each in decisive if each in told]
    return (*first, *told.values())
