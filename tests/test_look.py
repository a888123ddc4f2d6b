"""The look: contrast as measured, one night written twice, and no picture or icon named that was not drawn."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.template.loader import get_template

from quizzes.rules.pictures import EMBLEMS, PIN_PICTURES

ROOT = Path(settings.BASE_DIR)
CSS = ROOT / "static" / "css"
IMAGES = ROOT / "static" / "images"
# The administration is Django's page: pages/admin.css overrides rules that are in no layer, and uses its tokens.
SHEETS = sorted(path for path in CSS.rglob("*.css") if path.name != "admin.css")
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))

Palette = dict[str, str]


def _palette(selector: str) -> Palette:
    """The custom properties of the first rule that `selector` opens in tokens.css, comments apart."""
    tokens = re.sub(r"/\*.*?\*/", "", (CSS / "tokens.css").read_text(), flags=re.DOTALL)
    body = tokens.split(f"{selector} {{", 1)[1].split("}", 1)[0]
    return dict(re.findall(r"--([\w-]+):\s*([^;]+);", body))


DAY = _palette('[data-theme="light"]')
NIGHT = _palette('[data-theme="dark"]')


def _luminance(colour: str) -> float:
    """Relative luminance of #rrggbb, 0 to 1 (WCAG 2.2)."""
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_black_on_white_is_twenty_one() -> None:
    assert round(_contrast("#000000", "#ffffff"), 2) == 21


@pytest.mark.parametrize("palette", [pytest.param(DAY, id="day"), pytest.param(NIGHT, id="night")])
@pytest.mark.parametrize(
    ("text", "ground", "least"),
    [
        ("text", "ground", 7),
        ("text", "raised", 7),
        ("text", "sunk", 7),
        ("quiet", "ground", 4.5),
        ("quiet", "raised", 4.5),
        ("quiet", "sunk", 4.5),
        ("on-sun", "sun", 7),
        ("on-sun", "sun-pressed", 7),
        ("right", "ground", 4.5),
        ("right", "raised", 4.5),
        ("right", "right-soft", 4.5),
        ("wrong", "ground", 4.5),
        ("wrong", "raised", 4.5),
        ("wrong", "wrong-soft", 4.5),
        ("ask", "ground", 4.5),
        ("ask", "raised", 4.5),
        ("ask", "ask-soft", 4.5),
        ("link", "ground", 4.5),
        ("link", "raised", 4.5),
        ("link", "link-soft", 4.5),
        ("text", "right-soft", 7),
        ("text", "wrong-soft", 7),
        ("text", "ask-soft", 7),
        ("text", "link-soft", 7),
        ("ink", "sheet", 7),
        ("line-strong", "ground", 3),
        ("line-strong", "raised", 3),
        ("orbit", "ground", 3),
    ],
)
def test_what_must_be_read_can_be_read(palette: Palette, text: str, ground: str, least: float) -> None:
    assert _contrast(palette[text], palette[ground]) >= least


def test_the_night_asked_for_is_the_night_of_the_system() -> None:
    assert _palette(":root:not([data-theme])") == NIGHT


def test_night_has_every_colour_of_day() -> None:
    assert NIGHT.keys() == DAY.keys()


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: str(sheet.relative_to(CSS)))
def test_rules_stand_in_the_layer_of_their_folder(sheet: Path) -> None:
    first = sheet.relative_to(CSS).parts[0]
    folder = Path(first).stem
    assert re.findall(r"^@layer (\w+) \{", sheet.read_text(), flags=re.MULTILINE) == [folder]


def test_every_token_that_is_used_is_set() -> None:
    rules = "".join(sheet.read_text() for sheet in SHEETS)
    assert set(re.findall(r"var\((--[\w-]+)\)", rules)) <= set(re.findall(r"(--[\w-]+):", rules))


def test_every_picture_of_a_pin_and_every_emblem_is_drawn() -> None:
    drawn = {path.stem for path in (IMAGES / "pin").glob("*.svg")}
    emblems = {path.stem for path in (IMAGES / "emblems").glob("*.svg")}
    assert drawn == {picture.code for picture in PIN_PICTURES}
    assert emblems == {emblem.code for emblem in EMBLEMS}


def test_no_page_names_an_icon_or_a_scene_that_was_not_drawn() -> None:
    icons = set(re.findall(r'<symbol id="([\w-]+)"', (IMAGES / "icons.svg").read_text()))
    scenes = {path.stem for path in (IMAGES / "empty").glob("*.svg")}
    pages = "".join(path.read_text() for path in TEMPLATES)
    assert set(re.findall(r'icon\.html" with name="([\w-]+)"', pages)) <= icons
    assert set(re.findall(r'picture="([\w-]+)"', pages)) <= scenes


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(ROOT / "templates")))
def test_no_template_has_a_style_or_a_script_inline(path: Path) -> None:
    page = path.read_text()
    assert not re.search(r"<style|\sstyle=|\son\w+=|<script(?![^>]*\bsrc=)", page)


@pytest.mark.parametrize("name", ["400.html", "500.html"])
def test_a_page_that_django_renders_without_a_request_stands_alone(name: str) -> None:
    page = get_template(name).render()
    assert page.count("<h1") == 1
    assert '<a class="button button--primary" href="/">Back to the start</a>' in page
