"""QR codes, drawn into the page."""

import segno
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe


def qr_svg(request: HttpRequest, path: str) -> SafeString:
    """The full address of `path` as a picture, with the address as its name for screen readers.

    The address is the one that the teacher's own browser uses, so that devices on the same network reach it.
    Black on white in the dark theme too: cameras want a light margin of four modules.
    """
    address = request.build_absolute_uri(path)
    drawing = segno.make(address, micro=False, error="m").svg_inline(
        omitsize=True, light="#fff", dark="#000", border=4, svgclass="qr__code", lineclass=None
    )
    return format_html(
        '<span class="qr" role="img" aria-label="QR code of {}">{}</span>',
        address,
        mark_safe(drawing),  # noqa: S308 - digits and letters of segno's own
    )
