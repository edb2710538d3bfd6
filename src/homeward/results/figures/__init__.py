"""Pictures of a result: what it found is the title, and every line is named where it ends."""

from pathlib import Path

from homeward.results.figures import causes, necessity, ranking, signs, survival
from homeward.results.figures.style import Picture
from homeward.results.results import Results
from homeward.results.timeline import Timeline

__all__ = ["Picture", "pictures", "save_all"]


def pictures(results: Results, timeline: Timeline | None = None) -> list[Picture]:
    """Draw every picture that this result has the numbers for; a timeline overrides that of the result."""
    timeline = timeline or results.timeline
    drawn = [survival.draw(results), causes.draw(results)]
    if len(results.arms) > 1:
        drawn.insert(0, ranking.draw(results))
    if results.review is not None and len(results.arms) > 1:
        drawn.insert(2, necessity.draw(results))
    if timeline is not None and len(timeline.samples):
        drawn.append(signs.draw(results, timeline))
    return drawn


def save_all(results: Results, out_dir: Path, timeline: Timeline | None = None) -> list[Path]:
    """Save every picture as PNG (1400 pixels wide) in a folder that exists; OSError when it cannot be written."""
    return [picture.save(Path(out_dir)) for picture in pictures(results, timeline)]
