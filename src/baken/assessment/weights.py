"""What the statistical reader learned from `corpus/` (made by `make train`), as it lies in one file in the package."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

FILE = Path(__file__).resolve().parent / "weights.npz"
ZONES = "EBIALN"  # see status.py
Matrix = Any  # numpy array of float32


@dataclass(frozen=True, eq=False)
class Weights:
    """Features by number, and what each says about every indicator, about concern, and about the status of a finding.

    `indicators`: features and one row of zeros for what is no feature, x labels, already times the rarity (idf) of the feature; `squares`: idf squared, for the length;
    `around`, `around_squares`: the same for what the whole text speaks of beside the words near by;
    `judge` and `whole`: how much pattern, reader and concern count together, for one finding and for the text; `about`: what it was made from.
    """

    features: Mapping[str, int]
    labels: tuple[str, ...]
    indicators: Matrix
    biases: Matrix
    squares: Matrix
    around: Matrix
    around_squares: Matrix
    concern_features: Mapping[str, int]
    concern: Matrix
    concern_squares: Matrix
    concern_bias: float
    types: Matrix
    types_bias: Matrix
    status_features: Mapping[str, Mapping[str, int]]
    status: Matrix
    status_bias: Matrix
    judge: Mapping[str, float]
    whole: Mapping[str, float]
    about: Mapping[str, Any]


def _numbered(packed: Any) -> dict[str, int]:
    return {name: number for number, name in enumerate(bytes(packed).decode().split("\n"))}


def _by_zone(names: Mapping[str, int]) -> dict[str, dict[str, int]]:
    """`E:word` -> number, as zone -> word -> number."""
    found: dict[str, dict[str, int]] = {zone: {} for zone in ZONES}
    for name, number in names.items():
        found[name[0]][name[2:]] = number
    return found


def with_nothing(weights: Matrix, idf: Matrix) -> Matrix:
    """The weights times the rarity of each feature, and a last row of zeros for what is no feature. Half precision: there are many."""
    return np.vstack([weights * idf[:, None], np.zeros((1, weights.shape[1]))]).astype(np.float16)


def _matrix(kept: Any, name: str, size: tuple[int, int], idf: Matrix) -> Matrix:
    """The same from the file, where only what is not zero stands: never whole in memory in full precision."""
    found = np.zeros((size[0] + 1, size[1]), np.float16)
    rows = np.repeat(np.arange(size[0], dtype=np.int32), np.diff(kept[f"{name}starts"].astype(np.int64)))
    columns = kept[f"{name}columns"]
    found[rows, columns] = kept[f"{name}values"].astype(np.float32) * kept[f"{name}scales"][columns] * idf[rows]
    return found


@cache
def load(file: Path = FILE) -> Weights:
    """The weights of `file`."""
    with np.load(file, allow_pickle=False) as kept:
        about = json.loads(bytes(kept["about"]).decode())
        features, idf = _numbered(kept["features"]), kept["idf"].astype(np.float32)
        around = kept["around_idf"].astype(np.float32)
        size = (len(features), len(about["labels"]))
        return Weights(
            features=features,
            labels=tuple(about["labels"]),
            indicators=_matrix(kept, "", size, idf),
            around=_matrix(kept, "around_", size, around),
            around_squares=np.append(around**2, np.float32(0)),
            biases=kept["biases"].astype(np.float32),
            squares=np.append(idf**2, np.float32(0)),
            concern_features=_numbered(kept["concern_features"]),
            concern=kept["concern"].astype(np.float32),
            concern_squares=kept["concern_idf"].astype(np.float32) ** 2,
            concern_bias=float(kept["concern_bias"]),
            types=kept["types"].astype(np.float32),
            types_bias=kept["types_bias"].astype(np.float32),
            status_features=_by_zone(_numbered(kept["status_features"])),
            status=kept["status"].astype(np.float64),
            status_bias=kept["status_bias"].astype(np.float32),
            judge=about["judge"],
            whole=about["whole"],
            about=about,
        )


def save(file: Path, arrays: Mapping[str, Any], about: Mapping[str, Any]) -> None:
    """Write what was learned; the same arrays give the same file."""
    packed = np.frombuffer(json.dumps(about, ensure_ascii=False, sort_keys=True).encode(), dtype=np.uint8)
    np.savez_compressed(file, about=packed, **arrays)
