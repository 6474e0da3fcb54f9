"""Where the nodes of the network page stand: computed beforehand, the same for the same graph.

1. Communities by Louvain; in a small graph, its connected parts.
2. Each community is laid out by itself, which keeps its members together.
3. The communities are placed by how strongly they are tied.
4. Discs, then nodes, that lie on each other are pushed apart. Nodes without any edge stand in rows below.

Nodes are numbers throughout: sets of numbers iterate alike whatever the hash seed.
"""

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import networkx as nx
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["positions"]

_SEED = 7
_SPACE = 46.0
_SMALL = 60
_ROUNDS = 200


def positions(count: int, edges: Sequence[tuple[int, int]], sizes: Sequence[float]) -> list[tuple[int, int]]:
    """Place the nodes 0 … ``count`` - 1.

    Parameters
    ----------
    count : int
        Number of nodes.
    edges : sequence of (int, int)
        Pairs of nodes; direction and repetition do not matter.
    sizes : sequence of float
        Radius of each node as drawn.

    Returns
    -------
    list of (int, int)
        One point a node, in pixels.

    Examples
    --------
    >>> positions(1, [], [8.0])
    [(0, 0)]
    >>> a, b = positions(2, [(0, 1)], [8.0, 8.0])
    >>> a != b
    True
    """
    import networkx as nx
    import numpy as np

    graph: nx.Graph[Any] = nx.Graph()
    graph.add_nodes_from(range(count))
    graph.add_edges_from(sorted({(min(a, b), max(a, b)) for a, b in edges if a != b}))
    tied = [node for node in graph if graph.degree(node)]
    points = np.zeros((count, 2))
    if tied:
        _place_tied(graph.subgraph(tied).copy(), points)
        points[tied] = _push_apart(points[tied], np.asarray(sizes, dtype=float)[tied] + _SPACE / 3)
        points[tied] -= (points[tied].max(axis=0) + points[tied].min(axis=0)) / 2
    _place_rows([node for node in graph if not graph.degree(node)], points, tied)
    return [(round(float(x)), round(float(y))) for x, y in points]


def _place_tied(graph: "nx.Graph[Any]", points: "NDArray[np.float64]") -> None:
    import networkx as nx
    import numpy as np

    if len(graph) <= _SMALL:
        found = list(nx.connected_components(graph))
    else:
        found = nx.community.louvain_communities(graph, seed=_SEED, resolution=0.9)
    communities = sorted((sorted(members) for members in found), key=lambda c: (-len(c), c[0]))
    home = {node: number for number, members in enumerate(communities) for node in members}
    inside = [_inside(graph.subgraph(members).copy(), alone=len(communities) == 1) for members in communities]
    radii = np.array([0.8 * _SPACE + np.linalg.norm(local, axis=1).max() for local in inside])

    ties: nx.Graph[Any] = nx.Graph()
    ties.add_nodes_from(range(len(communities)))
    for a, b in graph.edges:
        if home[a] != home[b]:
            weight = ties.get_edge_data(home[a], home[b], {"weight": 0})["weight"]
            ties.add_edge(home[a], home[b], weight=weight + 1)
    reach = 0.6 * math.sqrt(float((radii**2).sum()))
    start = nx.circular_layout(ties)
    placed = nx.spring_layout(ties, pos=start, seed=_SEED, iterations=200, weight="weight")
    centres = np.array([placed[number] for number in range(len(communities))]).reshape(-1, 2) * reach
    centres = _push_apart(centres, radii)
    for members, local, centre in zip(communities, inside, centres, strict=True):
        points[members] = local + centre


def _inside(graph: "nx.Graph[Any]", alone: bool) -> "NDArray[np.float64]":
    """Lay out one community around (0, 0), in the order of its sorted nodes."""
    import networkx as nx
    import numpy as np

    nodes = sorted(graph)
    start: dict[int, Any] = nx.circular_layout(graph.subgraph(nodes))
    # Not Kamada–Kawai: its optimiser waits for threads, seconds long where the processor is busy.
    placed = nx.spring_layout(graph, pos=start, seed=_SEED, iterations=80)
    local = np.array([placed[node] for node in nodes])
    local -= local.mean(axis=0)
    reach = np.linalg.norm(local, axis=1).max() or 1.0
    # A graph of one community has the whole page to itself: more room for names.
    room = _SPACE * math.sqrt(len(nodes)) * (1.3 if alone else 0.9)
    scaled: NDArray[np.float64] = local / reach * room
    return scaled


def _push_apart(points: "NDArray[np.float64]", radii: "NDArray[np.float64]") -> "NDArray[np.float64]":
    """Move circles that overlap away from each other until they do not, or nearly so."""
    import numpy as np
    from scipy.spatial import cKDTree

    points = points.copy()
    # Two nodes on one spot have no direction to part in: turn each a little its own way first.
    angles = np.arange(len(points)) * 2.399963
    points += 0.01 * np.column_stack([np.cos(angles), np.sin(angles)])
    for _ in range(_ROUNDS):
        pairs = cKDTree(points).query_pairs(2 * float(radii.max()), output_type="ndarray")
        if not len(pairs):
            break
        pairs = pairs[np.lexsort((pairs[:, 1], pairs[:, 0]))]
        a, b = pairs[:, 0], pairs[:, 1]
        apart = points[b] - points[a]
        distance = np.maximum(np.linalg.norm(apart, axis=1), 1e-9)
        lacking = radii[a] + radii[b] - distance
        close = lacking > 0.5
        if not close.any():
            break
        step = (apart[close] / distance[close, None]) * (0.2 * lacking[close])[:, None]
        np.add.at(points, a[close], -step)
        np.add.at(points, b[close], step)
    return points


def _place_rows(loose: list[int], points: "NDArray[np.float64]", tied: list[int]) -> None:
    """Stand the nodes without edges in rows below the rest."""
    if not loose:
        return
    top = float(points[tied, 1].max()) + 2 * _SPACE if tied else 0.0
    width = max(1, math.ceil(math.sqrt(3 * len(loose))))
    for place, node in enumerate(loose):
        row, column = divmod(place, width)
        in_row = min(width, len(loose) - row * width)
        points[node] = ((column - (in_row - 1) / 2) * 2 * _SPACE, top + row * 1.5 * _SPACE)
