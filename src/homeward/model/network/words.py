"""Lists of names, which may be written as one name."""

from typing import Annotated, Any

from pydantic import BeforeValidator

from homeward.model.base import Name


def _as_list(written: Any) -> Any:
    return [written] if isinstance(written, str) else written


Places = Annotated[tuple[Name, ...], BeforeValidator(_as_list, json_schema_input_type=str | list[str])]
"""One facility, or a list of them."""
