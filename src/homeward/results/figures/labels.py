"""Where the names of curves go when the curves end close together."""

from collections.abc import Sequence


def spread_out(wanted: Sequence[float], sizes: Sequence[float], low: float = 0.0, high: float = 1.02) -> list[float]:
    """Places as near to those wanted (increasing) as labels of these sizes can stand, in low..high, without touching.

    Labels that would touch form a block, centred on what its members wanted (pool adjacent violators, Ayer et al. 1955,
    Ann Math Stat 26:641); blocks are then pushed inside. When all sizes together exceed high - low, they run over high.
    """
    starts, counts = _blocks([want - size / 2 for want, size in zip(wanted, sizes, strict=True)], sizes)
    places: list[float] = []
    for start, count in zip(_pushed_inside(starts, counts, sizes, low, high), counts, strict=True):
        for size in sizes[len(places) : len(places) + count]:
            places.append(start + size / 2)
            start += size
    return places


def _blocks(starts: Sequence[float], sizes: Sequence[float]) -> tuple[list[float], list[int]]:
    """Merge neighbours that overlap: where each block wants to start, and how many labels it has."""
    blocks: list[tuple[float, float, int]] = []  # mean wanted start, size, how many
    for start, size in zip(starts, sizes, strict=True):
        blocks.append((start, size, 1))
        while len(blocks) > 1 and blocks[-2][0] + blocks[-2][1] > blocks[-1][0]:
            (start_2, size_2, n_2), (start_1, size_1, n_1) = blocks.pop(), blocks.pop()
            # The second block begins where the first ends: what it wants of the first is that much earlier.
            start = (n_1 * start_1 + n_2 * (start_2 - size_1)) / (n_1 + n_2)
            blocks.append((start, size_1 + size_2, n_1 + n_2))
    return [start for start, _, _ in blocks], [count for _, _, count in blocks]


def _pushed_inside(
    starts: Sequence[float], counts: Sequence[int], sizes: Sequence[float], low: float, high: float
) -> list[float]:
    """Move blocks down from `high`, then up from `low`, no further than needed."""
    firsts = [sum(counts[:i]) for i in range(len(counts))]
    lengths = [sum(sizes[first : first + n]) for first, n in zip(firsts, counts, strict=True)]
    moved = list(starts)
    ceiling, floor = high, low
    for i in reversed(range(len(moved))):
        ceiling = moved[i] = min(moved[i], ceiling - lengths[i])
    for i in range(len(moved)):
        moved[i] = max(moved[i], floor)
        floor = moved[i] + lengths[i]
    return moved
