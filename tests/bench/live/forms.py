"""The form of a page, filled in as the page offers it."""

from html.parser import HTMLParser


def filled_in(page: str, **changes: str) -> dict[str, str]:
    """The fields of the last form of the page that is sent by POST and has a control beside its token, changed."""
    parser = _Forms()
    parser.feed(page)
    return [form for form in parser.forms if set(form) - {"csrfmiddlewaretoken"}][-1] | changes


class _Forms(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.forms: list[dict[str, str]] = []
        self._form: dict[str, str] | None = None
        self._select = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "form" and (given.get("method") or "").lower() == "post":
            self._form = {}
            self.forms.append(self._form)
        elif self._form is not None:
            self._take(tag, given, self._form)

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._form = None

    def _take(self, tag: str, given: dict[str, str | None], form: dict[str, str]) -> None:
        name, value = given.get("name") or "", given.get("value") or ""
        if tag == "select":
            self._select = name
        elif tag == "option" and self._select and (self._select not in form or "selected" in given):
            form[self._select] = value
        elif tag == "input" and name:
            is_choice = given.get("type") in {"checkbox", "radio"}
            if not is_choice or "checked" in given:
                form[name] = value or "on" * is_choice
