"""The page about the reader, and taking a sample back."""

from typing import Any

import pytest
from django.contrib.messages import get_messages
from django.test import Client
from django.urls import reverse
from django.utils.html import escape

from quizzes.models import Donation
from quizzes.rules.grammar import FORMATS
from quizzes.services.donations import give_ink, give_picture
from quizzes.services.reader_card import reader_card
from quizzes.services.reading import READABLE_FORMATS, get_reader
from tests.quizzes.api.asking import ink
from tests.recognizer.pictures import drawn, file


def test_every_format_that_can_be_read_can_be_chosen(client: Client) -> None:
    choices = client.get(reverse("reader")).context["formats"]
    assert [name for name, _ in choices] == list(READABLE_FORMATS)
    assert choices[0] == ("digit", FORMATS["digit"].label)


def test_the_page_tells_the_card_in_plain_words(client: Client) -> None:
    page, card = client.get(reverse("reader")).content.decode(), reader_card()
    assert card.version == get_reader().version
    assert f"From {card.sure_percent} % on." in page
    assert all(source.licence in page for source in card.sources)
    assert all(escape(figure.name) in page for figure in card.figures)
    assert "No set of children's handwriting was to be had" in page


def test_the_first_visit_and_every_footer_lead_there(client: Client) -> None:
    link = f'href="{reverse("reader")}"'
    assert client.get(reverse("start")).content.decode().count(link) == 2
    assert link in client.get(reverse("sign-in")).content.decode()


@pytest.mark.django_db
class TestTakingBack:
    def page(self, token: str) -> str:
        return reverse("donation-removal", args=[token])

    def test_the_link_shows_the_sample_and_deletes_nothing_by_itself(self, client: Client) -> None:
        token = give_ink(strokes=ink("42"), format="whole", text="47")
        content = client.get(self.page(token)).content.decode()
        assert 'class="ink__stroke"' in content
        assert "“47”" in content
        assert Donation.objects.exists()

    def test_a_picture_is_shown_as_it_is_kept(self, client: Client) -> None:
        token = give_picture(data=file(drawn("42")), format="whole", text="42")
        assert 'src="data:image/png;base64,' in client.get(self.page(token)).content.decode()

    @pytest.mark.parametrize("state", Donation.State.values)
    def test_it_is_deleted_whatever_was_decided(self, client: Client, state: str) -> None:
        token = give_ink(strokes=ink("42"), format="whole", text="47")
        Donation.objects.update(state=state, decided_at=None if state == "new" else "2026-11-20T08:00Z")
        reply: Any = client.post(self.page(token))
        assert reply["Location"] == reverse("reader")
        assert [str(message) for message in get_messages(reply.wsgi_request)] == [
            "The sample is deleted. Thank you for having lent it."
        ]
        assert not Donation.objects.exists()
        assert client.get(self.page(token)).status_code == 404

    def test_a_link_of_nobody_is_a_404(self, client: Client) -> None:
        give_ink(strokes=ink("42"), format="whole", text="47")
        assert client.get(self.page("none")).status_code == client.post(self.page("none")).status_code == 404
        assert Donation.objects.exists()
