import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from quizzes.views.throttles import at_most


@at_most(2, per=60, within="test", field="email")
def view(request):
    return HttpResponse("done")


def post(email, address="10.0.0.1"):
    request = RequestFactory().post("/", {"email": email}, REMOTE_ADDR=address)
    return view(request).status_code


@pytest.mark.django_db
def test_the_third_post_is_answered_by_a_pause():
    assert [post("a@example.org"), post(" A@example.org"), post("a@example.org")] == [200, 200, 429]


@pytest.mark.django_db
def test_other_contents_and_other_addresses_are_counted_apart():
    for _ in range(3):
        post("a@example.org")

    assert post("b@example.org") == 200
    assert post("a@example.org", address="10.0.0.2") == 200


def test_looking_is_free():
    request = RequestFactory().get("/")

    assert [view(request).status_code for _ in range(4)] == [200] * 4
