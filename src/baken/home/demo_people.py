"""The invented region of the demo: who works there and what was told. Nobody here exists."""

from typing import Any

from baken.accounts.roles import Role

REGION = "Kustregio (verzonnen)"
HAVENSTAD, DUINDORP, VEENWIJK = "Havenstad", "Duindorp", "Veenwijk"
MUNICIPALITIES = (HAVENSTAD, DUINDORP, VEENWIJK)  # Veenwijk has no focal officer: it shows where to go instead

PEOPLE: tuple[tuple[str, str, str], ...] = (
    ("Amina Haddou", HAVENSTAD, Role.FOCAL_OFFICER),
    ("Piet Zandstra", HAVENSTAD, Role.FOCAL_OFFICER),
    ("Farid Smit", HAVENSTAD, Role.ADMINISTRATOR),
    ("Gerda Bos", HAVENSTAD, Role.PRIVACY_OFFICER),
    ("Bram de Wit", HAVENSTAD, Role.POLICY_OFFICER),
    ("Chris Vos", HAVENSTAD, Role.CHAIN_COORDINATOR),
    ("Dewi Maas", HAVENSTAD, Role.CARE_COORDINATOR),
    ("Hugo Prins", HAVENSTAD, Role.CLERK),
    ("Ilse Kok", HAVENSTAD, Role.REGIONAL_ADVISER),
    ("Joost Meijer", HAVENSTAD, Role.QUESTION_EXPERT),
    ("Kim Dekker", HAVENSTAD, Role.TRAINER),
    ("Loes Groen", HAVENSTAD, Role.PARTNER_MEMBER),
    ("Tess Wijker", HAVENSTAD, Role.PARTNER_MEMBER),
    ("Mo Jansen", HAVENSTAD, Role.SHELTER_WORKER),
    ("Els Visser", DUINDORP, Role.FOCAL_OFFICER),
    ("Ruud Bakker", VEENWIJK, Role.ADMINISTRATOR),
)

REPORTS: tuple[dict[str, Any], ...] = (
    {
        "story": "Bij een controle in een loods aan de haven slapen zes mannen op matrassen achter de stellingen. "
        "Hun paspoorten liggen bij de baas. Eén man zegt dat hij al twee maanden geen loon kreeg en niet weg durft.",
        "place": "Loods aan de Havenkade (verzonnen)", "moment": "Dinsdagmiddag", "setting": "enforcement-boa",
        "name": "Boa team Haven (verzonnen)", "contact": "boa@havenstad.example", "safe_channel": "Bellen", "safe_hours": "Overdag",
    },
    {
        "story": "Een vrouw van een jaar of dertig wil zich inschrijven. Een man doet steeds het woord en heeft haar "
        "paspoort in zijn zak. Ze kijkt naar de grond en weet haar eigen adres niet.",
        "place": "Balie burgerzaken", "moment": "Vanmorgen", "setting": "front-desk-civil-affairs",
    },
    {
        "story": "Leerling van 15 heeft ineens dure kleding en twee telefoons, wordt na school opgehaald door oudere "
        "jongens en is vaak weg. Hij zegt dat hij nog geld moet terugbetalen en er niet mee mag stoppen.",
        "place": "School in Havenstad", "moment": "Sinds september", "setting": "education-compulsory-attendance",
    },
    {
        "story": "Mijn buurman laat iemand in de garage slapen. Die man klust de hele dag en eet buiten. "
        "Misschien is het familie, ik weet het niet.",
        "place": "Achter de Duinweg (verzonnen)", "moment": "Elke dag", "setting": "resident-neighbour",
    },
    {
        "story": "Cliënt heeft schulden door telefoonabonnementen op zijn naam. Zijn bankpas is bij een vriend. "
        "Die vriend pint het geld en zegt dat hij anders langskomt.",
        "place": "Spreekuur schuldhulp", "moment": "Vorige week", "setting": "debt-counselling",
    },
    {
        "story": "Er is veel geluid uit het appartement naast mij en er komen elke avond andere mannen. "
        "Het meisje dat er woont heb ik nooit alleen buiten gezien.",
        "place": "Flat aan de Zeestraat (verzonnen)", "moment": "'s Avonds", "setting": "resident-neighbour",
    },
)  # fmt: skip
