"""What holds for every request."""

import pytest
from django.test import Client


def test_a_length_that_is_no_number_is_refused(client: Client, db: None) -> None:
    reply = client.post("/join/", "code=ABCDEF", content_type="application/x-www-form-urlencoded", CONTENT_LENGTH="x")
    assert reply.status_code == 400
    assert reply.json() == {"detail": "Content-Length must be a number.", "code": "bad_length"}


@pytest.mark.parametrize("path", ["/", "/join/", "/accounts/sign-in/"])
def test_pages_forbid_inline_code_and_other_origins(client: Client, db: None, path: str) -> None:
    policy = client.get(path)["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy
