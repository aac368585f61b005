"""The side of Splink in `benchmarks.linking`: links the rows of a CSV from scratch and writes the pairs it calls the same.

Runs in an environment of its own that has Splink 5 (`pip install splink`), which Baken does not need: `python splink_peer.py in.csv out.csv`.
A prior from sure rules and chance agreement from random pairs, as its documentation advises; how often things agree for the same person
it may learn from the right answers (column `who`), which no office has. Without them (expectation maximisation) it stopped on 100,000
reports with a probability that underflowed.
"""

import csv
import sys
import time

import duckdb
import splink.comparison_library as cl
from splink import Linker, SettingsCreator, block_on
from splink.backends.duckdb import DuckDBAPI

SURE_RULES = [block_on("phone"), block_on("plate"), block_on("last", "born")]
RULES = [*SURE_RULES, block_on("home"), block_on("code", "number"), block_on("first", "last")]


def main(told: str, found: str) -> None:
    """Link and write: pairs with their probability; the seconds it took on the first line."""
    connection = duckdb.connect()
    connection.execute(f"CREATE TABLE told AS SELECT * FROM read_csv('{told}', all_varchar=true, nullstr='')")
    began = time.perf_counter()
    api = DuckDBAPI(connection=connection)
    settings = SettingsCreator(
        link_type="dedupe_only",
        comparisons=[
            cl.JaroWinklerAtThresholds("first", [0.92, 0.8]),
            cl.JaroWinklerAtThresholds("last", [0.92, 0.8]).configure(term_frequency_adjustments=True),
            cl.LevenshteinAtThresholds("born", [1]),
            cl.LevenshteinAtThresholds("phone", [1]).configure(term_frequency_adjustments=True),
            cl.LevenshteinAtThresholds("plate", [1]),
            cl.ExactMatch("home").configure(term_frequency_adjustments=True),
            cl.ExactMatch("code"),
        ],
        blocking_rules_to_generate_predictions=RULES,
        retain_matching_columns=False,
    )
    linker = Linker(api.register("told"), settings, log_level="ERROR")
    linker.training.estimate_probability_two_random_records_match(SURE_RULES, recall=0.8)
    linker.training.estimate_u_using_random_sampling(max_pairs=2e6, seed=1)
    linker.training.estimate_m_from_label_column("who")
    pairs = linker.inference.predict(threshold_match_probability=0.01)
    rows = connection.execute(
        f"SELECT unique_id_l, unique_id_r, match_probability FROM {pairs.physical_name}"
    ).fetchall()
    seconds = time.perf_counter() - began
    with open(found, "w", newline="") as file:
        out = csv.writer(file)
        out.writerow([seconds])
        out.writerows(rows)


if __name__ == "__main__":
    main(*sys.argv[1:])
