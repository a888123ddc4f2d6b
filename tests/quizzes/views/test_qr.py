from django.test import RequestFactory

from quizzes.views.qr import qr_svg

REQUEST = RequestFactory().get("/", headers={"host": "127.0.0.1:8000"})


def test_the_code_names_the_address_that_the_browser_uses() -> None:
    drawn = qr_svg(REQUEST, "/join/HFK67P/?assignment=1")
    assert 'role="img" aria-label="QR code of http://127.0.0.1:8000/join/HFK67P/?assignment=1"' in drawn


def test_the_code_is_drawn_without_a_style_or_a_script() -> None:
    drawn = qr_svg(REQUEST, "/join/HFK67P/")
    assert '<svg viewBox="0 0 37 37" class="qr__code">' in drawn
    assert "style" not in drawn
    assert "script" not in drawn


def test_an_address_cannot_leave_its_attribute() -> None:
    assert "<b>" not in qr_svg(REQUEST, '/join/"><b>/')
