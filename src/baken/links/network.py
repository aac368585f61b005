"""Which reports belong together through their links: pure, no database."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple, TypeVar

Node = TypeVar("Node")
SURE = frozenset({"certain", "probable"})


class Edge(NamedTuple):
    """A link as the picture needs it: two reports, how sure, and what people decided (empty: nothing yet)."""

    one: str
    other: str
    kind: str
    sureness: str
    verdict: str = ""


def counts(edge: Edge) -> bool:
    """Whether a link stands: until somebody decided that it is not the same."""
    return edge.verdict != "not_same"


def joins(edge: Edge) -> bool:
    """Whether a link puts two reports in one cluster: a surer one, or one that somebody called the same.

    A possible link (a name, a nickname) is drawn but joins nothing: it would chain together people who only share a name.
    """
    return counts(edge) and (edge.sureness in SURE or edge.verdict == "same")


def clusters(edges: Iterable[Edge]) -> list[list[str]]:
    """Reports that hang together, each cluster in order of first sight; the largest first."""
    chief: dict[str, str] = {}

    def top(node: str) -> str:
        while chief.setdefault(node, node) != node:
            chief[node] = chief[chief[node]]
            node = chief[node]
        return node

    for edge in edges:
        if joins(edge):
            first, second = top(edge.one), top(edge.other)
            chief[second] = first
    found: dict[str, list[str]] = {}
    for node in chief:
        found.setdefault(top(node), []).append(node)
    return sorted(found.values(), key=len, reverse=True)


def neighbours(edges: Iterable[Edge], known: Mapping[str, object]) -> set[str]:
    """Reports at the other side of standing links of those that are known, without the known ones."""
    ends = {end for edge in edges if counts(edge) for end in (edge.one, edge.other)}
    return ends - set(known)
