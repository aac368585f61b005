"""What traits find does not leave unless it is needed: for any text that is made of them."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from baken.sharing.masking import LABELS, findings, hide, masked, stretches

PERSONAL = {
    "Jan de Vries": "person", "Fatima El Amrani": "person", "mevrouw Bakker": "person", "06-12345678": "phone",
    "+31 6 87654321": "phone", "nul zes 12 34 56 78": "phone", "jan@voorbeeld.nl": "email", "12-ABC-3": "plate",
    "NL91ABNA0417164300": "iban", "Kerkstraat 12, 1234 AB Havenstad": "address", "@jantje_99": "handle",
    "geboren op 12-03-1999": "birth", "BSN 111222333": "bsn", "Bakkerij Jansen BV": "company",
}  # fmt: skip
WORDS = [
    "De baas heet",
    "belt met",
    "woont op",
    "en",
    "was er weer",
    ". Later zag",
    ", zegt",
    "\n",
    "(",
    ")",
    "de auto",
    "🙂",
]
STORIES = st.lists(st.sampled_from([*PERSONAL, *WORDS]), min_size=1, max_size=25).map(" ".join)


def value_in(text, value):
    return re.search(rf"(?<!\w){re.escape(value)}(?!\w)", text, re.IGNORECASE)


@settings(deadline=None)
@given(st.lists(STORIES, min_size=1, max_size=3))
def test_nothing_that_is_found_leaves(texts):
    left = masked(texts)
    assert findings(left) == ()
    for each in findings(texts):
        assert not any(value_in(text, each.value) for text in left), each


@settings(deadline=None)
@given(st.lists(STORIES, min_size=1, max_size=3), st.data())
def test_only_what_is_needed_stays(texts, data):
    found = findings(texts)
    needed = {each.key for each in data.draw(st.lists(st.sampled_from(found)))} if found else set()
    left = masked(texts, needed=needed)
    assert {each.key for each in findings(left)} <= needed


@settings(deadline=None)
@given(STORIES)
def test_twice_is_the_same_as_once_and_the_rest_stays(text):
    once = masked([text])
    assert masked(once) == once
    found = findings([text])
    if not found:
        assert once == (text,)


def test_a_hidden_name_is_hidden_in_its_parts_and_elsewhere():
    left = masked(["Jan de Vries kwam. Toen liep jan DE vries weg, en Vries lachte. De man bleef.", "Vraag Jan."])
    assert left == ("[naam] kwam. Toen liep [naam] weg, en [naam] lachte. De man bleef.", "Vraag [naam].")


def test_what_is_needed_stays_whole_also_when_another_has_the_same_first_name():
    text = "Jan de Vries is de baas. Jan Bakker is bang. Jan weet het."
    needed = {each.key for each in findings([text]) if "vries" in each.key}
    assert masked([text], needed=needed) == ("Jan de Vries is de baas. [naam] is bang. [naam] weet het.",)


def test_words_of_ones_own_are_hidden_in_any_case_and_over_lines():
    assert masked(["De Rode\n  Loods en de rode loods."], words=["rode loods"]) == (
        "De [afgeschermd] en de [afgeschermd].",
    )


def test_labels_are_never_hidden_again():
    text = " en ".join(each.nl for each in LABELS.values())
    assert stretches(text, findings([text]), words=["naam", "adres]"]) == []
    assert hide(text, []) == text
