"""What holds for any text at all: it is answered, twice the same, and what is shown stands in it."""

from hypothesis import given, settings
from hypothesis import strategies as st

from baken.assessment.assess import assess
from baken.assessment.observation import Note
from baken.catalogue import load

PIECES = [
    "baas heeft zijn paspoort", "niet", "16 jr", "12 uur per dag", "4 euro p/u", "6 man op 1 kamer", "schuld", "she never", "mag niet weg", "durft niet",
    "١٢", "½", "ǅ", "İ", "ﬁ", "é", "e\u0301", "\u200b", "\x00", "😀", "\n", ".", ",", "(", "'", "’", "-", "9" * 50, "a" * 45, "{", "|", "&",
]  # fmt: skip
ODD = st.lists(st.sampled_from(PIECES) | st.text(max_size=10), max_size=25).flatmap(
    lambda parts: st.sampled_from(["", " ", ". ", "\n"]).map(lambda glue: glue.join(parts))
)


@settings(deadline=None, max_examples=300, derandomize=True)
@given(ODD | st.text(alphabet=st.characters(), max_size=80))
def test_any_text_is_answered(text):
    found = assess(Note(text), load())
    assert found == assess(Note(text), load())
    assert (found.concern == "none") == (not found.affirmed)
    assert not (found.acute and found.concern != "high")
    for seen in found.observations:
        assert seen.evidence
        assert seen.evidence == text[seen.start : seen.end]
