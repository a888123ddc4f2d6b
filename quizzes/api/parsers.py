"""JSON as it comes from anybody."""

import json
from collections.abc import Mapping
from typing import IO, Any

from rest_framework.exceptions import ParseError
from rest_framework.parsers import JSONParser


class BoundedJSONParser(JSONParser):
    """Two things are the sender's fault, though Python's parser does not say so: a thousand brackets inside each
    other, and half a character ("\\ud800"), which can be neither stored nor sent back."""

    def parse(
        self, stream: IO[Any], media_type: str | None = None, parser_context: Mapping[str, Any] | None = None
    ) -> Any:
        try:
            data = super().parse(stream, media_type, parser_context)
            json.dumps(data, ensure_ascii=False).encode()
        except RecursionError as too_deep:
            raise ParseError("This JSON has too many brackets inside each other.") from too_deep
        except UnicodeEncodeError as half:
            raise ParseError("This JSON has half a character in it.") from half
        return data
