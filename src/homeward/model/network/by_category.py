"""A quantity that may differ by triage category: `"5 min"`, or `{ T1 = "40 min", T2 = "30 min", T3 = "10 min" }`."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

from homeward import units
from homeward.model.quantity import Quantity, Wants
from homeward.units import Dimension, UnitError

CATEGORIES = ("T1", "T2", "T3", "T4")
"""Triage categories: immediate, delayed, minimal, expectant (AMedP-1.10)."""


@dataclass(frozen=True)
class ByCategory:
    """A quantity for each category, T1 first; `alike` when it was written once for all."""

    each: tuple[Quantity, Quantity, Quantity, Quantity]
    alike: bool

    @property
    def written(self) -> dict[str, Quantity]:
        """The quantities as the file has them: by category, or one under the empty word."""
        return {"": self.each[0]} if self.alike else dict(zip(CATEGORIES, self.each, strict=True))


class WantsByCategory:
    """Reads one quantity for all categories, or a table of T1, T2, T3 and, unless it is as T3, T4."""

    def __init__(self, dimension: Dimension, fixed: bool = False) -> None:
        self.dimension, self.fixed, self.wants = dimension, fixed, Wants(dimension, fixed)

    def read(self, written: Any) -> ByCategory:
        """Return the quantities; UnitError says everything that is wrong with them."""
        if isinstance(written, ByCategory):
            return written
        if not isinstance(written, Mapping) or not (set(written) & set(CATEGORIES)):
            one = self.wants.read(written)
            return ByCategory((one, one, one, one), alike=True)
        unknown = [key for key in written if key not in CATEGORIES]
        missing = [key for key in CATEGORIES[:3] if key not in written]
        if unknown or missing:
            wrong = [f"there is no category '{key}'" for key in unknown] + [f"{key} is missing" for key in missing]
            raise UnitError(f"{'; '.join(wrong)}; give T1, T2 and T3 (T4 is as T3 when left out)")
        t1, t2, t3 = (self._read(key, written[key]) for key in CATEGORIES[:3])
        return ByCategory((t1, t2, t3, self._read("T4", written["T4"]) if "T4" in written else t3), alike=False)

    def _read(self, key: str, written: Any) -> Quantity:
        try:
            return self.wants.read(written)
        except UnitError as error:
            raise UnitError(f"{key}: {error}") from None

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(self.read)

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: Callable[..., Any]) -> dict[str, Any]:
        one = {"x-quantity": self.dimension.name, "x-fixed": self.fixed}
        table = {
            "type": "object",
            "properties": dict.fromkeys(CATEGORIES, one),
            "required": list(CATEGORIES[:3]),
            "additionalProperties": False,
        }
        return {"anyOf": [one, table]}


TimeByCategory = Annotated[ByCategory, WantsByCategory(units.TIME)]
ShareByCategory = Annotated[ByCategory, WantsByCategory(units.SHARE, fixed=True)]
ShareRateByCategory = Annotated[ByCategory, WantsByCategory(units.SHARE_RATE)]
