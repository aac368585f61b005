"""The sentences with which an outcome is told, in Dutch and English. They speak of answers and situations, never of what somebody is."""

from baken.catalogue.text import Text

START = Text(
    "Dit volgt uit de antwoorden tot nu toe. Het stelt niet vast wie iemand is of welke rechten zeker zijn. Een mens beslist en legt de reden vast.",
    "This follows from the answers so far. It does not establish who somebody is or which rights are certain. A person decides and records the reason.",
)
AS_CHILD = Text(
    "De leeftijd staat niet vast en deze persoon kan minderjarig zijn. Daarom geldt de route voor kinderen.",
    "The age is not certain and this person may be a minor. That is why the route for children holds.",
)
CLASHES = Text(
    "Niet alle antwoorden passen bij elkaar. Kijk nog eens naar: {fields}.",
    "Not all answers go together. Look again at: {fields}.",
)
STOPPED = Text("Eerst veiligheid. Verder vragen komt later.", "Safety first. More questions come later.")
NOTHING = Text("Nog geen regel past bij de antwoorden.", "No rule fits the answers yet.")
RULES = Text("Regels die passen bij de antwoorden", "Rules that fit the answers")
BECAUSE = Text("Omdat: {why}.", "Because: {why}.")
ADDED = Text("Door een mens toegevoegd. Reden: {reason}", "Added by a person. Reason: {reason}")
PUT_ASIDE = Text(
    "Door een mens opzijgezet: {rule}. Reden: {reason}", "Put aside by a person: {rule}. Reason: {reason}"
)
BY_LAW = Text("Vindplaats: {law}.", "Found in: {law}.")
SURE = {
    "high": Text("Zekerheid: meer bronnen of de wettekst.", "Certainty: several sources or the text of the law."),
    "medium": Text("Zekerheid: één bron of een oude tekst.", "Certainty: one source or an old text."),
    "low": Text("Zekerheid: alleen een aankondiging.", "Certainty: an announcement only."),
}
OLD_LAW = Text(
    "Een deel is gelezen in een wettekst van 2015: kijk na of dit nog zo is.",
    "Part was read in a text of the law of 2015: check whether it still is so.",
)
SHELTERS = Text("Opvang die kan passen", "Shelter that may fit")
FITS_NOT = Text("{shelter}: past niet ({why}).", "{shelter}: does not fit ({why}).")
FITS_MAYBE = Text("{shelter}: hangt af van {fields}.", "{shelter}: depends on {fields}.")
PAYS = Text("Wie betaalt", "Who pays")
LOSES = Text(
    "{code} zegt iets anders: {text} {winner} gaat voor, met een lager nummer.",
    "{code} says otherwise: {text} {winner} goes first, with a lower number.",
)
CALLS = Text("Eerst bellen", "Call first")
WITH_CONSENT = Text("{contact}: alleen als de persoon dat wil.", "{contact}: only if the person wants it.")
CLOCKS = Text("Termijnen om op te letten", "Terms to watch")
HOLDS_NOT = Text("{term}: geldt niet naast {winner}.", "{term}: does not hold beside {winner}.")
DO = Text("Wel doen", "Do")
DO_NOT = Text("Niet doen", "Do not")
VERIFY = Text("Eerst nakijken", "Look this up first")
UNKNOWN = Text("Gevraagd, niet bekend", "Asked, not known")
TO_ASK = Text("Nog niet gevraagd", "Not asked yet")
MAY = Text("Regels die nog kunnen gaan gelden", "Rules that may still apply")
NEEDS = Text("{rule}: hangt af van {fields}.", "{rule}: depends on {fields}.")
NOT_KNOWN = Text("niet bekend", "not known")
YES, NO = Text("ja", "yes"), Text("nee", "no")
NONE = Text("niet gebeurd", "did not happen")
CHILD = Text("behandeld als jonger dan 18", "treated as younger than 18")
FROM_ANSWERS = Text("volgt uit een ander antwoord", "follows from another answer")
SUBJECTS = {
    "shelter": Text("Opvang en hulp", "Shelter and help"),
    "children": Text("Hulp voor de kinderen", "Help for the children"),
    "care": Text("Zorg", "Care"),
    "first-help": Text("Eerste hulp na seksueel geweld", "First help after sexual violence"),
    "return": Text("Terugkeer", "Return"),
    "address": Text("Geheim adres", "Secret address"),
}
