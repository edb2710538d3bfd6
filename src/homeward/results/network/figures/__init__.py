"""Pictures of a network: beds over time, waits by station, how busy everything is."""

from homeward.results.figures.style import Picture
from homeward.results.network.figures import beds, busy, waits
from homeward.results.network.study import NetworkResults

__all__ = ["pictures"]


def pictures(results: NetworkResults) -> list[Picture]:
    """Draw every picture that these results have the numbers for."""
    drawn = [waits.draw(results), busy.draw(results), beds.draw(results)]
    return [picture for picture in drawn if picture is not None]
