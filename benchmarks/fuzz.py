"""Any bytes as a note, by hand: never a crash, never a hang, always an answer whose evidence stands in the text.

In an environment with atheris: `pip install atheris`, then `python -m benchmarks.fuzz -max_total_time=3600 -timeout=20 -max_len=20000`.
"""

import json
import sys

import atheris

with atheris.instrument_imports(include=["baken.assessment"]):
    from baken.assessment.assess import assess
    from baken.assessment.observation import Note
    from baken.assessment.stream import as_json
    from baken.catalogue import load


def one(data: bytes) -> None:
    """Assess one text and look whether the answer holds."""
    text = atheris.FuzzedDataProvider(data).ConsumeUnicodeNoSurrogates(len(data))
    answer = assess(Note(text), load())
    json.dumps(as_json(answer))
    for seen in answer.observations:
        if seen.evidence != text[seen.start : seen.end]:
            raise AssertionError("the evidence does not stand in the text")


if __name__ == "__main__":
    atheris.Setup(sys.argv, one)
    atheris.Fuzz()
