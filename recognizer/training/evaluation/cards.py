"""A card as text: JSON whose short values stand on one line, so that a table of counts is a table to read."""

import json
from typing import Any

WIDTH = 250  # a row of figures with its names


def laid_out(value: Any, indent: int = 0, taken: int = 0) -> str:
    """JSON of the value; whatever fits into the width is left on one line. `taken`: of the first line, by its key."""
    line = json.dumps(value, ensure_ascii=False)
    if indent + taken + len(line) < WIDTH or not isinstance(value, dict | list | tuple) or not value:
        return line
    deeper = indent + 2
    if isinstance(value, dict):
        keys = [f"{json.dumps(key, ensure_ascii=False)}: " for key in value]
        items = [key + laid_out(each, deeper, len(key)) for key, each in zip(keys, value.values(), strict=True)]
    else:
        items = [laid_out(each, deeper) for each in value]
    opening, closing = "{}" if isinstance(value, dict) else "[]"
    break_ = "\n" + " " * deeper
    return opening + break_ + f",{break_}".join(items) + "\n" + " " * indent + closing
