"""Stock and beds: what a task uses is there in a possible number, or can come."""

from collections.abc import Iterator

from homeward.model.network.laydown import Laydown
from homeward.model.network.task import Task
from homeward.scenario.checks.problem import Problem


def stocks(laydown: Laydown) -> Iterator[Problem]:
    """A store is not fuller than it can be, what is waited for can come, and only blood is given as needed."""
    blood = {stock.name for stock in laydown.stock if stock.blood}
    for n, stock in enumerate(laydown.stock):
        if stock.most is not None and stock.units > stock.most:
            yield Problem(("stock", n, "units"), f"the store holds {stock.most}, not {stock.units}", "; raise `most`")
        if (stock.restock > 0) != (stock.restock_every is not None):
            yield Problem(("stock", n), "`restock` and `restock_every` belong together", "; give both or neither")
    for n, task in enumerate(laydown.task):
        for name, uses in task.stock.items():
            if uses == 0 and name not in blood and name in {stock.name for stock in laydown.stock}:
                hint = "; give a number of units, or `blood = true` to the stock"
                yield Problem(("task", n, "stock", name), "only blood is given as needed", hint)
        yield from can_be_had(laydown, n, task)


def can_be_had(laydown: Laydown, n: int, task: Task) -> Iterator[Problem]:
    """Yield a problem for stock that is waited for and can never be there."""
    for stock in laydown.stock:
        uses = task.stock.get(stock.name)
        if uses is None or not task.waits_for_stock:
            continue
        within = stock.most if stock.most is not None else max(stock.units, uses if stock.restock else 0)
        if max(uses, 1) > within:
            wrong = f"waits for {max(uses, 1)} of '{stock.name}', and there are never more than {within}"
            yield Problem(("task", n, "stock", stock.name), wrong, "; the task would wait for ever")


def beds(laydown: Laydown) -> Iterator[Problem]:
    """An area in which something is done has a bed that is open."""
    for n, area in enumerate(laydown.area):
        if area.beds is None:
            if area.closed:
                yield Problem(("area", n, "closed"), "no number of beds is given", "; give `beds`")
            continue
        if area.closed > area.beds:
            yield Problem(("area", n, "closed"), f"are more than the {area.beds} beds", "; close fewer")
        used = [task.name for task in laydown.task if task.area == area.name]
        if area.closed >= area.beds and used:
            wrong = f"has no open bed, and '{used[0]}' is done here"
            yield Problem(("area", n, "beds"), wrong, "; the task would wait for ever")
