"""An administrator looks at donated handwriting and decides; nobody else does, and nobody rewrites it."""

from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.contrib.messages import get_messages
from django.test import Client
from django.urls import reverse

from quizzes.models import Donation, User
from quizzes.services.donations import give_ink, give_picture
from tests.conftest import PASSWORD
from tests.quizzes.api.asking import ink
from tests.recognizer.pictures import drawn, file

LIST = "admin:quizzes_donation_changelist"


@pytest.fixture
def samples(db: None) -> list[Donation]:
    """Two that came in, of ink."""
    for text in ("42", "43"):
        give_ink(strokes=ink(text), format="whole", text=text)
    return list(Donation.objects.order_by("pk"))


@pytest.fixture
def administrator(signed_in: Any, carol: User) -> Client:
    client: Client = signed_in(carol)
    return client


def act(client: Client, action: str, *samples: Donation) -> Any:
    return client.post(reverse(LIST), {"action": action, "_selected_action": [sample.pk for sample in samples]})


def said(reply: Any) -> list[str]:
    return [str(message) for message in get_messages(reply.wsgi_request)]


def test_the_list_shows_the_ink_and_the_pictures(administrator: Client, samples: list[Donation]) -> None:
    give_picture(data=file(drawn("7")), format="digit", text="7")
    content = administrator.get(reverse(LIST)).content.decode()
    assert content.count('<svg class="ink"') == 2
    assert content.count('<img class="ink" src="data:image/png;base64,') == 1


@pytest.mark.parametrize(
    ("action", "state", "sentence"), [("accept", "accepted", "Accepted: 1."), ("reject", "rejected", "Rejected: 1.")]
)
def test_who_decided_and_when_is_kept(
    administrator: Client, carol: User, samples: list[Donation], action: str, state: str, sentence: str
) -> None:
    first, second = samples
    assert said(act(administrator, action, first)) == [sentence]
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.state, first.decided_by, first.decided_at is None) == (state, carol, False)
    assert (second.state, second.decided_by, second.decided_at) == ("new", None, None)


def test_a_decision_can_be_changed_and_the_same_again_is_none(administrator: Client, samples: list[Donation]) -> None:
    act(administrator, "accept", *samples)
    assert said(act(administrator, "accept", *samples))[-1] == "Accepted: 0."
    act(administrator, "reject", samples[0])
    assert list(Donation.objects.accepted()) == [samples[1]]


def test_who_may_only_look_does_not_decide(signed_in: Any, samples: list[Donation]) -> None:
    olga = User.objects.create_user("olga@example.org", PASSWORD, name="Olga Office", is_staff=True)
    olga.user_permissions.set(Permission.objects.filter(codename="view_donation"))
    client = signed_in(olga)
    assert client.get(reverse(LIST)).status_code == 200
    act(client, "accept", *samples)
    assert Donation.objects.waiting().count() == 2


def test_a_donation_is_never_drawn_with_what_its_giver_typed_as_markup(administrator: Client) -> None:
    give_ink(strokes=ink("42"), format="whole", text="42")
    Donation.objects.update(text="<b>42</b>")
    assert "<b>42</b>" not in administrator.get(reverse(LIST)).content.decode()
