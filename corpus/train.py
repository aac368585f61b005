"""`make train`: learns the weights of the statistical reader from the notes in `corpus/` and the examples in `content/`.

The same notes and the same content give the same file. Nothing of `evaluation/` is read here.

1. Which indicator: a linear SVM over the marked words (with a little around them) of every note, and the wordings of the content.
2. Concern: logistic regression over whole notes.
3. How pattern, reader and concern count together: logistic regression on notes that 1 and 2 had not learned from (five parts).
4. The status of a finding: logistic regression over what stands around a mark.
"""

import hashlib
import sys
from collections import Counter
from pathlib import Path

import numpy as np
import scipy.sparse as sp
from sklearn.linear_model import LogisticRegression
from sklearn.svm import LinearSVC

from baken.assessment import weights as kept
from baken.assessment.concern import features_of
from baken.assessment.features import Features, grams
from baken.assessment.judge import Around, circumstances, evidence, judge, of_note
from baken.assessment.observation import Status
from baken.assessment.person import minor_in
from baken.assessment.reader import ACUTE, WINDOW, Reader
from baken.assessment.recogniser import Finding, recogniser
from baken.assessment.status import zones
from baken.assessment.words import Words, words_of
from baken.catalogue import Catalogue, load
from baken.catalogue.items import CONTRACT_TYPES
from baken.evaluation.annotated import Labelled, Mark, notes_in

HERE = Path(__file__).resolve().parent
AROUND = 3
PARTS = 5
NOTHING = "-"
STATUSES = [str(status) for status in Status]
SVM_C, CONCERN_C, STATUS_C = 0.3, 10.0, 0.5
WHOLE = 0.7  # how much the whole note counts beside the words near the mark
PLAINLY = 0.05  # and for concern: people who write plainly are heard too, but notes decide
SHORT = 0.3  # a short example of the content counts less than a note


class Note:
    """A labelled note taken apart once."""

    def __init__(self, labelled: Labelled, features: Features) -> None:
        self.labelled, self.words = labelled, words_of(labelled.text)
        self.events = features.events(self.words)
        self.around = Around(labelled.setting or None, minor_in(labelled.text))
        self.marks = [
            (mark, place) for mark in labelled.marks if (place := span(mark.start, mark.end, self.words))
        ]

    def between(self, first: int, last: int) -> frozenset[str]:
        return frozenset(name for place, name in self.events if first <= place <= last)


def span(start: int, end: int, words: Words) -> tuple[int, int] | None:
    """The first and last word of a mark."""
    inside = [i for i in range(len(words)) if words.starts[i] < end and words.ends[i] > start]
    return (inside[0], inside[-1]) if inside else None


def examples(notes: list[Note]) -> list[tuple[frozenset[str], frozenset[str], str]]:
    """Each mark with a little around it, and windows without a mark; each with what the whole note speaks of."""
    found = []
    for note in notes:
        whole = frozenset(name for _, name in note.events if not name.startswith("b:"))
        for mark, (first, last) in note.marks:
            if mark.status is not Status.NEGATED:
                found.append((note.between(first - AROUND, last + AROUND), whole, mark.indicator))
        marked = {i for _, (first, last) in note.marks for i in range(first, last + 1)}
        for first in range(0, max(1, len(note.words) - WINDOW // 2), WINDOW):
            if not marked & set(range(first, first + WINDOW)):
                found.append((note.between(first, first + WINDOW - 1), whole, NOTHING))
    return found


def taught(catalogue: Catalogue) -> list[Labelled]:
    """What the content itself says of each indicator, and its innocent sentences, as short notes."""
    found = []
    for item in catalogue.current:
        for language in ("nl", "en"):
            told = [*item.wordings.say(language), item.title.say(language), item.explanation.say(language)]
            found += [_short(text, language, item.slug) for text in told]
            found += [_short(text, language, "") for text in item.counter.say(language)]
    return found


def _short(text: str, language: str, indicator: str) -> Labelled:
    marks = (Mark(indicator, 0, len(text), Status.AFFIRMED),) if indicator else ()
    kind, concern = ("sign", "high") if indicator else ("plain", "none")
    return Labelled(text, "", language, kind, concern, frozenset(), frozenset(), marks)


def number(names: Counter, least: int) -> dict[str, int]:
    return {name: i for i, name in enumerate(sorted(n for n, count in names.items() if count >= least))}


def matrix(rows: list[frozenset[str]], numbers: dict[str, int]) -> sp.csr_matrix:
    columns = [sorted(numbers[name] for name in row if name in numbers) for row in rows]
    starts = np.cumsum([0, *map(len, columns)])
    flat = np.fromiter((c for row in columns for c in row), np.int64, starts[-1])
    return sp.csr_matrix((np.ones(len(flat), np.float32), flat, starts), shape=(len(rows), len(numbers)))


def scaled(rows: list[frozenset[str]], numbers: dict[str, int]) -> tuple[sp.csr_matrix, np.ndarray]:
    """The rows with rare features heavier, each of length 1; and how much heavier each feature is."""
    found = matrix(rows, numbers)
    seen = np.asarray((found > 0).sum(0)).ravel()
    idf = (np.log((1 + found.shape[0]) / (1 + seen)) + 1).astype(np.float32)
    heavy = found @ sp.diags(idf)
    lengths = np.sqrt(np.asarray(heavy.multiply(heavy).sum(1)).ravel())
    return sp.diags(1 / np.maximum(lengths, 1e-6)) @ heavy, np.where(seen > 0, idf, 0).astype(np.float32)


def learn(notes: list[Note], short: list[Note]) -> dict:
    """Steps 1 and 2, as the arrays of the weights file."""
    told = examples(notes + short)
    numbers = number(
        Counter(name for row, _, _ in told for name in row)
        + Counter(name for note in notes for name in {n for _, n in note.events}),
        3,
    )
    near, near_idf = scaled([row for row, _, _ in told], numbers)
    whole, whole_idf = scaled([row for _, row, _ in told], numbers)
    svm = LinearSVC(C=SVM_C, random_state=1).fit(
        sp.hstack([near, WHOLE * whole]).tocsr(), [label for _, _, label in told]
    )
    labels = [label for label in svm.classes_ if label != NOTHING]
    chosen = [list(svm.classes_).index(label) for label in labels]
    heard = concern_of(notes, short)
    near_coef, whole_coef = np.split(svm.coef_[chosen].T.astype(np.float32), 2)
    return {
        "numbers": numbers, "labels": labels, "idf": near_idf, "svm": near_coef,
        "whole_idf": whole_idf, "whole_svm": WHOLE * whole_coef,
        "biases": svm.intercept_[chosen].astype(np.float32), **heard,
    }  # fmt: skip


def concern_of(notes: list[Note], short: list[Note]) -> dict:
    """Step 2: words, pairs and parts of words; each distinct word counts once with its parts, all divided by their length."""
    rows = []
    for note in notes + short:
        alone, forms = features_of(note.words, note.events)
        rows.append(Counter(alone) + Counter(part for form in forms for part in grams(form)))
    numbers = number(Counter(name for row in rows for name in row), 3)
    at = [
        (i, numbers[name], count) for i, row in enumerate(rows) for name, count in row.items() if name in numbers
    ]
    lines, columns, counts = (np.array(each) for each in zip(*at, strict=True))
    found = sp.csr_matrix((counts.astype(np.float64), (lines, columns)), shape=(len(rows), len(numbers)))
    idf = np.log((1 + len(rows)) / (1 + np.asarray((found > 0).sum(0)).ravel())) + 1
    scaled = sp.diags(1 / np.maximum(np.sqrt(found @ idf**2), 1e-9)) @ (found @ sp.diags(idf))
    worry = [note.labelled.concern != "none" for note in notes + short]
    calm = sum(not each for each in worry[len(notes) :]) / max(1, sum(worry[len(notes) :]))
    heavy = [1.0] * len(notes) + [PLAINLY * (calm if each else 1.0) for each in worry[len(notes) :]]
    fit = LogisticRegression(C=CONCERN_C, solver="liblinear", random_state=1).fit(scaled.tocsr(), worry, heavy)
    types, types_bias = types_of(notes, scaled.tocsr()[: len(notes)], idf)
    return {
        "types": types, "types_bias": types_bias, "concern_numbers": numbers, "concern": (fit.coef_[0] * idf).astype(np.float32),
        "concern_idf": idf.astype(np.float32), "concern_bias": float(fit.intercept_[0]),
    }  # fmt: skip


def types_of(notes: list[Note], scaled: sp.csr_matrix, idf: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Which types a note of concern is about and whether it is acute, from the same features: one column a type, the last acute."""
    of_concern = [i for i, note in enumerate(notes) if note.labelled.concern != "none"]
    fits = [
        LogisticRegression(C=CONCERN_C, solver="liblinear", random_state=1).fit(
            scaled[of_concern], [label in notes[i].labelled.types | notes[i].labelled.flags for i in of_concern]
        )
        for label in (*CONTRACT_TYPES, ACUTE)
    ]
    values = np.stack([fit.coef_[0] * idf for fit in fits], axis=1).astype(np.float32)
    return values, np.array([fit.intercept_[0] for fit in fits], np.float32)


def as_weights(learned: dict) -> kept.Weights:
    """Learned arrays in the shape that the reader reads."""
    none = np.zeros((1, len(STATUSES)), np.float32)
    return kept.Weights(
        features=learned["numbers"], labels=tuple(learned["labels"]),
        indicators=kept.with_nothing(learned["svm"], learned["idf"]), squares=np.append(learned["idf"] ** 2, np.float32(0)),
        around=kept.with_nothing(learned["whole_svm"], learned["whole_idf"]), around_squares=np.append(learned["whole_idf"] ** 2, np.float32(0)),
        biases=learned["biases"],
        concern_features=learned["concern_numbers"], concern=learned["concern"], concern_squares=learned["concern_idf"] ** 2,
        concern_bias=learned["concern_bias"], types=learned["types"], types_bias=learned["types_bias"], status_features={zone: {} for zone in kept.ZONES}, status=none, status_bias=none[0], judge={}, whole={}, about={},
    )  # fmt: skip


def unlearned(notes: list[Note], short: list[Note], catalogue: Catalogue) -> list[tuple]:
    """Each note with what the patterns find and what a reader says that had not learned from it (five parts)."""
    found = []
    for part in range(PARTS):
        rest = [note for i, note in enumerate(notes) if i % PARTS != part]
        reader = Reader(catalogue, as_weights(learn(rest, short)))
        for note in notes[part::PARTS]:
            patterns = recogniser(catalogue, note.labelled.language).read(note.labelled.text)[1]
            found.append((note, patterns, reader.read(note.words)))
        say(f"deel {part + 1} van {PARTS}")
    return found


def fitted(known: list[tuple[dict[str, float], bool]]) -> dict[str, float]:
    """Weights by name, by logistic regression."""
    names = list(known[0][0])
    rows = np.array([[row[name] for name in names] for row, _ in known])
    fit = LogisticRegression(C=1.0, fit_intercept=False, random_state=1).fit(rows, [right for _, right in known])
    return {name: round(float(value), 4) for name, value in zip(names, fit.coef_[0], strict=True)}


def judged(
    notes: list[Note], short: list[Note], catalogue: Catalogue
) -> tuple[dict[str, float], dict[str, float]]:
    """Step 3: for one finding, and for the whole note."""
    read = unlearned(notes, short, catalogue)
    known = []
    for note, patterns, reading in read:
        by_pattern = {finding.indicator: finding for finding in patterns}
        candidates = {each.indicator: each for each in reading.candidates}
        for slug in sorted(by_pattern.keys() | {s for s, c in candidates.items() if len(c.words) >= 2}):
            row = evidence(slug, by_pattern.get(slug), candidates.get(slug), reading)
            row |= circumstances(slug, reading, note.around, catalogue)
            known.append((row, slug in note.labelled.indicators()))
    one = fitted(known)
    whole = fitted([
        (of_note(judge(patterns, reading, one, note.around, catalogue), reading), note.labelled.concern != "none")
        for note, patterns, reading in read
    ])  # fmt: skip
    return one, whole


def statuses(
    notes: list[Note], short: list[Note], features: Features
) -> tuple[dict[str, int], np.ndarray, np.ndarray]:
    """Step 4."""
    rows, labels, heavy = [], [], [1.0] * sum(len(note.marks) for note in notes)
    for note in notes + short:
        for mark, (first, last) in note.marks:
            place = Finding(mark.indicator, first, last, frozenset(range(first, last + 1)))
            rows.append(
                frozenset(f"{zone}:{what}" for zone, found in zones(place, note.words, features) for what in found)
            )
            labels.append(str(mark.status))
    numbers = number(Counter(name for row in rows for name in row), 3)
    fit = LogisticRegression(C=STATUS_C, max_iter=500, random_state=1).fit(
        matrix(rows, numbers), labels, heavy + [SHORT] * (len(rows) - len(heavy))
    )
    order = [list(fit.classes_).index(status) for status in STATUSES]
    return numbers, fit.coef_[order].T.astype(np.float32), fit.intercept_[order].astype(np.float32)


def packed(names: dict[str, int]) -> np.ndarray:
    return np.frombuffer("\n".join(names).encode(), dtype=np.uint8)


def small(name: str, svm: np.ndarray) -> dict[str, np.ndarray]:
    """A matrix as one byte a weight, only those that count."""
    scales = (np.abs(svm).max(0) / 127).astype(np.float32)
    values = np.rint(svm / scales).astype(np.int8)
    values[np.abs(values) < 2] = 0
    sparse = sp.csr_matrix(values)
    return {
        f"{name}starts": sparse.indptr.astype(np.uint32), f"{name}values": sparse.data, f"{name}scales": scales,
        f"{name}columns": sparse.indices.astype(np.uint8 if svm.shape[1] < 256 else np.uint16),
    }  # fmt: skip


def write(learned: dict, status: tuple, about: dict) -> None:
    """Small: one byte a weight, only those that count."""
    arrays = {
        "features": packed(learned["numbers"]), "idf": learned["idf"].astype(np.float16), "biases": learned["biases"],
        "around_idf": learned["whole_idf"].astype(np.float16), **small("", learned["svm"]), **small("around_", learned["whole_svm"]),
        "concern_features": packed(learned["concern_numbers"]), "concern_idf": learned["concern_idf"].astype(np.float16),
        "types": np.round(learned["types"], 2).astype(np.float16), "types_bias": learned["types_bias"],
        "concern": learned["concern"].astype(np.float16), "concern_bias": np.float32(learned["concern_bias"]),
        "status_features": packed(status[0]), "status": status[1].astype(np.float16), "status_bias": status[2],
    }  # fmt: skip
    kept.save(kept.FILE, arrays, about | {"labels": learned["labels"]})


def say(sentence: str) -> None:
    sys.stderr.write(f"  {sentence}\n")


def main(folder: Path = HERE) -> None:
    """Learn and write."""
    catalogue = load()
    features = Features(catalogue)
    notes = [Note(labelled, features) for labelled in notes_in(folder)]
    say(f"{len(notes)} notities")
    short = [Note(labelled, features) for labelled in taught(catalogue)]
    one, whole = judged(notes, short, catalogue)
    digest = hashlib.sha256(
        "".join(path.read_text() for path in sorted(folder.rglob("*.txt"))).encode()
    ).hexdigest()[:12]
    about = {"notes": len(notes), "corpus": digest, "judge": one, "whole": whole}
    write(learn(notes, short), statuses(notes, short, features), about)
    say(f"{kept.FILE.name}: {kept.FILE.stat().st_size // 1024} kB, {one}, {whole}")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE)
