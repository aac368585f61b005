"""The outcome in words: for the same outcome the same words, each time, in Dutch or English."""

from collections.abc import Iterable, Iterator

from baken.catalogue import Catalogue, load
from baken.catalogue.routes import NONE, UNKNOWN, Condition, RouteQuestion
from baken.catalogue.text import Text
from baken.routes import words
from baken.routes.conditions import Holds
from baken.routes.outcome import Clock, Judged, Outcome, PayLine


def explain(outcome: Outcome, language: str, *, catalogue: Catalogue | None = None) -> str:
    """The whole outcome as text, a line a thing, with headings that begin with "# "."""
    return "\n".join(_Teller(outcome, language, catalogue or load()).lines())


def answer_in_words(question: RouteQuestion, value: object, language: str) -> str:
    """One answer as one says it: "ja", "27", "vrouw", "niet bekend"."""
    if isinstance(value, tuple):
        return ", ".join(answer_in_words(question, each, language) for each in value)
    if value is None or value == UNKNOWN:
        return words.NOT_KNOWN.say(language)
    if isinstance(value, bool):
        return (words.YES if value else words.NO).say(language)
    named = {choice.value: choice.title for choice in question.choices}
    if value == NONE and question.may_be_none:
        return words.NONE.say(language)
    return named[value].say(language) if isinstance(value, str) else str(value)


class _Teller:
    """One outcome told in one language."""

    def __init__(self, outcome: Outcome, language: str, content: Catalogue) -> None:
        self.outcome, self.language, self.content = outcome, language, content

    def say(self, wording: Text, /, **named: str) -> str:
        """A sentence in the language of the telling."""
        sentence = wording.say(self.language)
        return sentence.format(**named) if named else sentence

    def lines(self) -> Iterator[str]:
        """Every line, in the order of a route: what applies, shelter, payer, calls, do, do not, unknown."""
        outcome = self.outcome
        yield self.say(words.START)
        if outcome.known.as_child:
            yield self.say(words.AS_CHILD)
        if outcome.known.clashes:
            yield self.say(words.CLASHES, fields=self.titles(outcome.known.clashes))
        if outcome.stopped:
            yield self.say(words.STOPPED)
        if not outcome.applied:
            yield self.say(words.NOTHING)
        for each in outcome.overruled:
            if each.verdict is Holds.NO and each.overruling:
                yield self.say(words.PUT_ASIDE, rule=self.name(each), reason=each.overruling.reason.strip())
        yield from self.under(words.RULES, (line for each in outcome.applied for line in self.rule(each)))
        yield from self.under(words.SHELTERS, self.shelters())
        yield from self.under(words.PAYS, (self.pays(line) for line in outcome.payments))
        yield from self.under(words.CALLS, self.calls())
        yield from self.under(words.CLOCKS, map(self.clock, outcome.clocks))
        yield from self.under(words.DO, (self.say(each.text) for each in outcome.do))
        yield from self.under(words.DO_NOT, (self.say(each.text) for each in outcome.do_not))
        yield from self.under(words.VERIFY, (self.say(each.text) for each in outcome.verify))
        yield from self.under(words.UNKNOWN, map(self.title, outcome.unknown))
        yield from self.under(words.TO_ASK, map(self.title, outcome.to_ask))
        yield from self.under(words.MAY, map(self.may, outcome.open))

    def under(self, heading: Text, lines: Iterable[str]) -> Iterator[str]:
        """A heading with each different line once, or nothing when there are none."""
        found = list(dict.fromkeys(lines))
        if found:
            yield f"# {self.say(heading)}"
            yield from found

    def name(self, judged: Judged) -> str:
        """A rule by its code and title."""
        return f"{judged.rule.code} {self.say(judged.rule.title)}"

    def title(self, field: str) -> str:
        """What a question is about."""
        return self.say(self.content.route_questions[field].title)

    def titles(self, fields: Iterable[str]) -> str:
        """What several questions are about, in one line."""
        return ", ".join(self.title(field) for field in fields)

    def rule(self, judged: Judged) -> Iterator[str]:
        """One rule that applies: its name, why, what it says, where that stands and how sure it is."""
        rule = judged.rule
        yield self.name(judged)
        if judged.overruling:
            yield self.say(words.ADDED, reason=judged.overruling.reason.strip())
        if judged.why:
            yield self.say(words.BECAUSE, why="; ".join(dict.fromkeys(map(self.answer, judged.why))))
        yield f"{rule.code}: {self.say(rule.route)}"
        yield f"{rule.code}: {self.say(words.BY_LAW, law=self.say(rule.law))} {self.say(words.SURE[rule.confidence])}"
        if any(source.endswith("_2015") for source in rule.sources):
            yield f"{rule.code}: {self.say(words.OLD_LAW)}"

    def answer(self, condition: Condition) -> str:
        """The answer on which a condition rests, as it was given: "Leeftijd: 17"."""
        known, field = self.outcome.known, condition.field
        if field == "age" and known.as_child and condition.op in ("lt", "lte", "gt", "gte"):
            return f"{self.title(field)}: {self.say(words.CHILD)}"
        value = known.value(field)
        follows = "" if known.said.get(field) == value else f" ({self.say(words.FROM_ANSWERS)})"
        return f"{self.title(field)}: {answer_in_words(self.content.route_questions[field], value, self.language)}{follows}"

    def shelters(self) -> Iterator[str]:
        """What fits first, then what depends on something, then what does not fit and why."""
        for wanted in (Holds.YES, Holds.OPEN, Holds.NO):
            for offer in self.outcome.shelters:
                title = self.say(offer.shelter.title)
                if offer.fits is not wanted:
                    continue
                if wanted is Holds.YES:
                    yield title
                elif wanted is Holds.NO:
                    why = "; ".join(dict.fromkeys(map(self.answer, offer.against)))
                    yield self.say(words.FITS_NOT, shelter=title, why=why)
                else:
                    fields = offer.to_ask or tuple(each.field for each in offer.shelter.fits)
                    yield self.say(words.FITS_MAYBE, shelter=title, fields=self.titles(fields))

    def pays(self, line: PayLine) -> str:
        """Who pays for what, on which article; or that another rule goes first."""
        text = self.say(line.pays.text)
        if line.loses_to:
            winner = self.content.routes[line.loses_to].code
            return self.say(words.LOSES, code=line.rule.code, text=text, winner=winner)
        subject = self.say(words.SUBJECTS[line.pays.subject])
        return f"{subject}: {text} {self.say(words.BY_LAW, law=self.say(line.rule.law))} ({line.rule.code})"

    def calls(self) -> Iterator[str]:
        """Whom to call, with what a person must want first."""
        for call in self.outcome.calls:
            name = self.content.contacts[call.contact].name
            yield self.say(words.WITH_CONSENT, contact=name) if call.only_with_consent else name

    def clock(self, clock: Clock) -> str:
        """A legal term, or that it does not hold beside a rule."""
        term = self.say(self.content.deadlines[clock.deadline].title)
        if not clock.loses_to:
            return term
        return self.say(words.HOLDS_NOT, term=term, winner=self.content.routes[clock.loses_to].code)

    def may(self, judged: Judged) -> str:
        """A rule that may still apply, and on what that depends."""
        fields = dict.fromkeys((*judged.to_ask, *judged.not_known))
        return self.say(words.NEEDS, rule=self.name(judged), fields=self.titles(fields))
