"""`{% ink answer.strokes "Zoe's ink" answer.glyphs %}`: strokes as a picture in the page."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from quizzes.ink_svg import Stroke, picture

register = template.Library()


@register.simple_tag
def ink(
    strokes: Sequence[Stroke] | None,
    label: str,
    glyphs: Sequence[Mapping[str, Any]] | None = None,
    size: str = "",
) -> SafeString:
    """An <svg class="ink"> that says `label` to a screen reader; nothing where there is no ink.

    `glyphs` are a reading's, for light boxes around what was read; `size` may be "large". The looks are in
    static/css/components/ink.css: no style attribute here. `data-at` says when each stroke was written, for
    static/js/ui/replay.js.
    """
    drawn = picture(strokes, glyphs or ())
    if drawn is None:
        return SafeString("")
    return format_html(
        '<svg class="ink{}" viewBox="{}" role="img" aria-label="{}">{}{}</svg>',
        f" ink--{size}" if size else "",
        drawn.view_box,
        label,
        format_html_join(
            "",
            '<rect class="ink__box" x="{}" y="{}" width="{}" height="{}" rx="12"></rect>',
            ((box.x, box.y, box.width, box.height) for box in drawn.boxes),
        ),
        format_html_join(
            "",
            '<path class="ink__stroke" d="{}" data-at="{} {}"></path>',
            ((path, *span) for path, span in zip(drawn.paths, drawn.spans, strict=True)),
        ),
    )
