"""What `homeward results` prints: runs, measures, lives that stand out, and answers to SQL."""

import shlex
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from rich.table import Table

from homeward.cli.render import table
from homeward.cli.words import NOTHING, with_interval
from homeward.results.outliers import FarOut, NearLimit
from homeward.store.runs import Run
from homeward.store.summary import ArmSummary, looked_at, summaries, worth_a_look

if TYPE_CHECKING:
    pass


def described(run: Run) -> dict[str, Any]:
    """Return what a list says of a run."""
    record = run.record
    arms = [arm["name"] for arm in record.get("arms", [])]
    told = {key: record.get(key) for key in ("command", "scenario", "replicates", "kept", "partial", "seed", "when")}
    return {"name": run.name, **told, "arms": arms, "bytes": run.size_bytes, "folder": str(run.folder)}


def runs_table(runs: Sequence[Run]) -> Table:
    """Return a row per kept run; one whose record cannot be read is named as damaged."""
    made = table("run", "what", "arm", "replicates", "seed", "kept at", "size")
    for run in runs:
        record = run.record
        if not record:
            made.add_row(run.name, f"damaged: {run.folder / 'run.json'} cannot be read", *[NOTHING] * 5)
            continue
        made.add_row(
            run.name,
            f"{record['command']} of {record['scenario']}",
            arms_in_short([arm["name"] for arm in record["arms"]]),
            f"{record['replicates']:,}{' (partial)' if record['partial'] else ''}",
            str(record["seed"]),
            when(record),
            size(run.size_bytes),
        )
    return made


def arms_in_short(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{names[0]} and {len(names) - 1} more"


def when(record: Any) -> str:
    return str(record["when"])[:16].replace("T", " ")


def size(count: float) -> str:
    """Return bytes as people say them."""
    for unit in ("B", "kB", "MB"):
        if count < 1000:
            return f"{count:.0f} {unit}" if unit == "B" else f"{count:.1f} {unit}"
        count /= 1000
    return f"{count:.1f} GB"


def shown(run: Run, arm: str) -> Iterator[Any]:
    """Yield what is said of a run."""
    record = run.record
    them = "lives" if record["kind"] == "incident" else "replicates"
    of = " that agree with what was seen" if record["command"] == "review" else ""
    yield f"{record['title']}: {record['command']} of {record['replicates']:,} {them}, seed {record['seed']}"
    yield f"Kept {when(record)} UTC by Homeward {record['provenance']['homeward']}: {record['kept']:,} {them}{of}"
    if record["partial"]:
        yield f"PARTIAL: stopped after {record['replicates']:,} of {record['asked']:,} {them}"
    yield f"Arm: {arm}"
    for summary in (each for each in summaries(run) if each.name == arm):
        yield measures_table(summary)
    others = [each["name"] for each in record["arms"] if each["name"] != arm]
    if others:
        yield f"Other arms (--arm): {', '.join(others)}"
    yield tables_table(run)
    yield from lives_to_look_at(run, arm)


def measures_table(summary: ArmSummary) -> Table:
    made = table("measure", "mean (95 % interval)", "answered by")
    for measure in summary.measures.values():
        made.add_row(measure.label, with_interval(measure), f"{measure.n:,}")
    return made


def tables_table(run: Run) -> Table:
    made = table("table", "rows", "size")
    for name, file in run.tables.items():
        made.add_row(name, f"{run.record['rows'].get(name, 0):,}", size(file.stat().st_size))
    return made


def lives_to_look_at(run: Run, arm: str) -> Iterator[Any]:
    """Yield the best, the median and the worst life, those that stand out, and how to see them."""
    chosen = run.record["events"]["chosen"]
    option = "" if arm == run.record["arms"][0]["name"] else f" --arm {shlex.quote(arm)}"
    for which, replicate in chosen.items():
        yield f"{which:>6} by {run.record['main_measure']}: {command_for(run, replicate)}{option}"
    found = worth_a_look(run, arm)
    if not found:
        yield "Nothing stands out."
        return
    yield outliers_table(found)
    for replicate in looked_at(found, 3):
        yield f"Look at it: {command_for(run, replicate)}{option}"


def command_for(run: Run, replicate: int) -> str:
    return f"homeward results replay {shlex.quote(run.name)} {replicate}"


def outliers_table(found: Sequence[FarOut | NearLimit]) -> Table:
    """Return a row per measure or limit in which replicates stand out, with the three farthest."""
    made = table("stands out in", "how many", "expected between", "farthest (value)")
    for each in found:
        farthest = "  ".join(f"{r} ({v:,.6g})" for r, v in zip(each.replicates[:3], each.values, strict=False))
        if isinstance(each, NearLimit):
            made.add_row(each.what, f"{each.near:,}", f"below the limit of {each.limit:,.0f}", farthest)
        else:
            fences = f"{each.fences.low:,.4g} and {each.fences.high:,.4g}"
            made.add_row(each.measure, f"{each.beyond:,} of {each.answered:,}", fences, farthest)
    return made


def shown_json(run: Run, arm: str) -> dict[str, Any]:
    """Return what is said of a run as plain data."""
    measures = {each.name: {n: m.to_json() for n, m in each.measures.items()} for each in summaries(run)}
    found = [{"kind": type(each).__name__, **asdict(each)} for each in worth_a_look(run, arm)]
    return {**run.record, "folder": str(run.folder), "arm": arm, "summary": measures, "stands_out": found}
