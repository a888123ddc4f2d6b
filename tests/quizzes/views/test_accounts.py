import re

import pytest
from axes.models import AccessAttempt
from django.conf import settings
from django.contrib.messages import get_messages
from django.core import mail
from django.test import Client
from django.urls import reverse

from quizzes.forms.accounts import ADDRESS_TAKEN, REFUSED_PASSWORDS, SIGN_IN_REFUSED, WRONG_PASSWORD
from quizzes.models import Answer, Classroom, Quiz, User
from quizzes.services.budgets import Budget
from quizzes.views.throttles import HOUR
from tests.conftest import PASSWORD

pytestmark = pytest.mark.django_db

NEW = "seven sleepy violet otters"
WHO_DANA_IS = {"name": "Dana Dean", "email": "dana@example.org", "password": NEW}


def said(response):
    return [str(message) for message in get_messages(response.wsgi_request)]


def signed_in_as(client):
    pk = client.session.get("_auth_user_id")
    return User.objects.get(pk=pk) if pk else None


class TestSigningUp:
    def test_a_new_teacher_is_signed_in_at_once_and_lands_on_the_classrooms(self, client):
        response = client.post(reverse("sign-up"), WHO_DANA_IS, follow=True)

        assert response.redirect_chain == [(reverse("classrooms"), 302)]
        assert signed_in_as(client).email == "dana@example.org"
        assert "Welcome, Dana Dean. Your account is ready." in response.content.decode()
        assert "Start with a classroom" in response.content.decode()

    def test_the_address_is_kept_in_lower_case_and_without_spaces(self, client):
        client.post(reverse("sign-up"), WHO_DANA_IS | {"email": " Dana@Example.ORG "})

        assert User.objects.get().email == "dana@example.org"

    @pytest.mark.parametrize(
        ("password", "sentence"),
        [
            ("", "Type a password."),
            ("short", "That is shorter than 12 characters. Add another word."),
            ("1qaz2wsx3edc", "Many people use that one, so it is tried first. Choose words of your own."),
            ("123456789012", "Numbers alone are soon guessed. Add a few words."),
            ("dana@example.org", REFUSED_PASSWORDS["password_too_similar"]),
            ("dana dean 12", REFUSED_PASSWORDS["password_too_similar"]),
        ],
    )
    def test_a_weak_password_is_refused_and_what_was_typed_is_still_there(self, client, password, sentence):
        response = client.post(reverse("sign-up"), WHO_DANA_IS | {"password": password})

        assert sentence in response.context["form"].errors["password"]
        assert 'value="dana@example.org"' in response.content.decode()
        assert not User.objects.exists()

    def test_missing_details_are_asked_for_in_sentences(self, client):
        form = client.post(reverse("sign-up"), {"name": "", "email": "dana", "password": ""}).context["form"]

        assert form.errors == {
            "name": ["Type the name that your students know."],
            "email": ["Type an e-mail address like name@school.org."],
            "password": ["Type a password."],
        }

    def test_somebody_who_signed_up_before_is_signed_in_by_the_right_password(self, client, alice):
        response = client.post(
            reverse("sign-up"), {"name": "Alice", "email": "ALICE@example.org", "password": PASSWORD}
        )

        assert response.url == reverse("classrooms")
        assert signed_in_as(client) == alice
        assert User.objects.get() == alice

    def test_an_address_that_is_taken_is_refused_to_anybody_else(self, client, alice):
        response = client.post(reverse("sign-up"), WHO_DANA_IS | {"email": alice.email})

        assert response.context["form"].errors == {"email": [ADDRESS_TAKEN]}
        assert signed_in_as(client) is None

    def test_a_deactivated_account_is_answered_as_any_other_that_is_taken(self, client, alice):
        User.objects.update(is_active=False)

        response = client.post(reverse("sign-up"), WHO_DANA_IS | {"email": alice.email, "password": PASSWORD})

        assert response.context["form"].errors == {"email": [ADDRESS_TAKEN]}
        assert signed_in_as(client) is None

    def test_guessing_a_password_by_signing_up_is_stopped_as_by_signing_in(self, client, alice):
        for _ in range(8):
            client.post(reverse("sign-up"), WHO_DANA_IS | {"email": alice.email})

        response = client.post(reverse("sign-up"), {"name": "x", "email": alice.email, "password": PASSWORD})

        assert response.status_code == 429
        assert signed_in_as(client) is None

    def test_a_teacher_who_is_signed_in_goes_to_the_classrooms(self, signed_in, alice):
        assert signed_in(alice).get(reverse("sign-up")).url == reverse("classrooms")


class TestSigningIn:
    def test_address_in_any_case_and_password_open_the_classrooms(self, client, alice):
        response = client.post(reverse("sign-in"), {"username": "Alice@Example.org", "password": PASSWORD})

        assert response.url == reverse("classrooms")
        assert signed_in_as(client) == alice

    def test_the_session_gets_a_new_key(self, client, alice):
        session = client.session
        session["before"] = True
        session.save()

        client.post(reverse("sign-in"), {"username": alice.email, "password": PASSWORD})

        assert client.session.session_key != session.session_key

    def test_it_leads_on_to_the_page_that_was_asked_for_but_never_off_the_site(self, client, alice):
        details = {"username": alice.email, "password": PASSWORD}

        assert client.post(reverse("sign-in"), details | {"next": "/teach/quizzes/"}).url == "/teach/quizzes/"
        client.logout()
        response = client.post(reverse("sign-in"), details | {"next": "https://elsewhere.example/"})
        assert response.url == reverse("classrooms")

    @pytest.mark.parametrize("who", ["wrong password", "unknown address", "deactivated"])
    def test_every_refusal_is_the_same(self, client, alice, who):
        details = {"username": alice.email, "password": PASSWORD}
        if who == "wrong password":
            details["password"] = NEW
        elif who == "unknown address":
            details["username"] = "nobody@example.org"
        else:
            User.objects.update(is_active=False)

        form = client.post(reverse("sign-in"), details).context["form"]

        assert form.errors == {"__all__": [SIGN_IN_REFUSED]}

    def test_eight_wrong_tries_lock_the_address_out_kindly_in_whatever_case_it_is_typed(self, client, alice):
        for number in range(8):
            email = alice.email.upper() if number % 2 else alice.email
            client.post(reverse("sign-in"), {"username": email, "password": NEW})

        response = client.post(reverse("sign-in"), {"username": alice.email, "password": PASSWORD})

        assert response.status_code == 429
        assert "Wait a quarter of an hour, or ask for a new password" in response.content.decode()
        assert response.content.decode().count("<h1") == 1
        assert settings.AXES_COOLOFF_TIME == 0.25
        assert signed_in_as(client) is None

    def test_colleagues_behind_the_same_address_are_not_locked_out(self, client, alice, bob):
        for _ in range(9):
            client.post(reverse("sign-in"), {"username": alice.email, "password": NEW})

        client.post(reverse("sign-in"), {"username": bob.email, "password": PASSWORD})

        assert signed_in_as(client) == bob

    def test_signing_out_takes_a_post(self, signed_in, alice):
        client = signed_in(alice)

        assert client.get(reverse("sign-out")).status_code == 405
        assert client.post(reverse("sign-out")).url == reverse("start")
        assert signed_in_as(client) is None

    def test_deactivating_a_teacher_ends_the_session(self, signed_in, alice):
        client = signed_in(alice)
        User.objects.update(is_active=False)

        assert client.get(reverse("classrooms")).url == f"{reverse('sign-in')}?next={reverse('classrooms')}"


def without_token(response):
    return re.sub(r'"csrf-token" content="\w+"', "", response.content.decode())


class TestForgettingThePassword:
    def link(self):
        return re.search(r"https?://[^/]+(/\S+)", mail.outbox[0].body)[1]

    def test_a_link_comes_by_post_and_sets_a_new_password_and_signs_in(self, client, alice):
        sent = client.post(reverse("password-reset"), {"email": " ALICE@example.org"})
        assert sent.url == reverse("password-reset-done")
        assert mail.outbox[0].to == ["alice@example.org"]
        assert mail.outbox[0].subject == "A new password for Astro Numbers"

        page = client.get(self.link(), follow=True)
        response = client.post(page.redirect_chain[-1][0], {"new_password": NEW})

        assert response.url == reverse("classrooms")
        assert signed_in_as(client) == alice
        alice.refresh_from_db()
        assert alice.check_password(NEW)

    def test_the_link_works_once(self, client, alice):
        client.post(reverse("password-reset"), {"email": alice.email})
        page = client.get(self.link(), follow=True)
        client.post(page.redirect_chain[-1][0], {"new_password": NEW})

        again = Client().get(self.link(), follow=True)

        assert "This link has been used, or is too old" in again.content.decode()

    def test_a_weak_new_password_is_refused(self, client, alice):
        client.post(reverse("password-reset"), {"email": alice.email})
        page = client.get(self.link(), follow=True)

        form = client.post(page.redirect_chain[-1][0], {"new_password": "short"}).context["form"]

        assert form.errors["new_password"] == [REFUSED_PASSWORDS["password_too_short"]]

    def test_an_address_that_nobody_has_gets_the_same_answer_and_no_post(self, client, alice):
        known = client.post(reverse("password-reset"), {"email": alice.email}, follow=True)
        mail.outbox.clear()

        unknown = client.post(reverse("password-reset"), {"email": "nobody@example.org"}, follow=True)

        assert mail.outbox == []
        assert unknown.redirect_chain == known.redirect_chain
        assert without_token(unknown) == without_token(known)

    def test_a_locked_out_teacher_gets_in_with_the_new_password(self, client, alice):
        for _ in range(9):
            client.post(reverse("sign-in"), {"username": alice.email, "password": NEW})
        client.post(reverse("password-reset"), {"email": alice.email})
        page = client.get(self.link(), follow=True)

        client.post(page.redirect_chain[-1][0], {"new_password": NEW})

        assert client.get(reverse("classrooms")).status_code == 200

    def test_nobody_can_be_buried_in_post(self, client, alice):
        answers = [client.post(reverse("password-reset"), {"email": alice.email}) for _ in range(6)]

        assert [answer.status_code for answer in answers] == [302] * 5 + [429]
        assert len(mail.outbox) == 5


class TestTheAccount:
    def test_shows_what_is_known_and_how_to_leave(self, signed_in, alice):
        content = signed_in(alice).get(reverse("account")).content.decode()

        assert 'value="Alice Adams"' in content
        assert 'value="alice@example.org"' in content
        assert reverse("password-change") in content
        assert reverse("account-deletion") in content

    def test_the_name_changes_without_the_password(self, signed_in, alice):
        response = signed_in(alice).post(reverse("account"), {"name": "Ms Adams", "email": alice.email})

        assert said(response) == ["Your account was changed."]
        assert User.objects.get().name == "Ms Adams"

    @pytest.mark.parametrize(
        ("password", "sentence"),
        [("", "Type your password to change the e-mail address."), (NEW, WRONG_PASSWORD)],
    )
    def test_the_address_changes_only_with_the_password(self, signed_in, alice, password, sentence):
        details = {"name": alice.name, "email": "adams@example.org", "password": password}

        response = signed_in(alice).post(reverse("account"), details)

        assert response.context["form"].errors == {"password": [sentence]}
        assert User.objects.get().email == "alice@example.org"

    def test_the_address_changes_with_the_password(self, signed_in, alice):
        details = {"name": alice.name, "email": "Adams@example.org", "password": PASSWORD}

        signed_in(alice).post(reverse("account"), details)

        assert User.objects.get().email == "adams@example.org"

    def test_somebody_elses_address_is_refused(self, signed_in, alice, bob):
        details = {"name": alice.name, "email": bob.email, "password": PASSWORD}

        form = signed_in(alice).post(reverse("account"), details).context["form"]

        assert form.errors == {"email": ["There is another account with this address."]}

    def test_the_password_changes_and_this_browser_stays_signed_in_while_others_do_not(self, signed_in, alice):
        here, elsewhere = signed_in(alice), signed_in(alice)

        response = here.post(reverse("password-change"), {"password": PASSWORD, "new_password": NEW})

        assert said(response) == ["Your password was changed."]
        assert User.objects.get().check_password(NEW)
        assert here.get(reverse("account")).status_code == 200
        assert elsewhere.get(reverse("account")).status_code == 302

    def test_a_wrong_password_changes_nothing_and_the_new_one_is_kept_nowhere(self, signed_in, alice):
        response = signed_in(alice).post(reverse("password-change"), {"password": "no", "new_password": NEW})

        assert response.context["form"].errors == {"password": [WRONG_PASSWORD]}
        assert User.objects.get().check_password(PASSWORD)
        assert NEW not in AccessAttempt.objects.get().post_data

    def test_a_stolen_session_cannot_guess_the_password(self, signed_in, alice):
        client = signed_in(alice)
        for _ in range(8):
            client.post(reverse("password-change"), {"password": "no", "new_password": NEW})

        response = client.post(reverse("password-change"), {"password": PASSWORD, "new_password": NEW})

        assert response.status_code == 429
        assert User.objects.get().check_password(PASSWORD)

    def test_deleting_it_names_what_goes(self, signed_in, alice, assignment):
        context = signed_in(alice).get(reverse("account-deletion")).context

        assert context["consequences"] == [
            "1 classroom with 2 students",
            "1 quiz",
            "no answers",
        ]

    def test_deleting_it_takes_everything_and_nothing_of_others(self, signed_in, alice, bob, assignment, xan):
        response = signed_in(alice).post(reverse("account-deletion"), {"password": PASSWORD})

        assert response.url == reverse("start")
        assert list(User.objects.all()) == [bob]
        assert Classroom.objects.get().teacher == bob
        assert not Quiz.objects.exists()
        assert not Answer.objects.exists()

    def test_deleting_it_takes_the_password(self, signed_in, alice):
        form = signed_in(alice).post(reverse("account-deletion"), {"password": NEW}).context["form"]

        assert form.errors == {"password": [WRONG_PASSWORD]}
        assert User.objects.get() == alice

    def test_an_administrator_does_not_delete_the_last_way_in(self, signed_in, carol):
        response = signed_in(carol).post(reverse("account-deletion"), {"password": PASSWORD})

        assert said(response) == ["You are an administrator: another administrator can delete your account."]
        assert User.objects.get() == carol

    @pytest.mark.parametrize("name", ["account", "password-change", "account-deletion"])
    def test_nobody_sees_it_without_signing_in(self, client, name):
        assert client.get(reverse(name)).url == f"{reverse('sign-in')}?next={reverse(name)}"
        assert client.post(reverse(name)).url == f"{reverse('sign-in')}?next={reverse(name)}"


@pytest.mark.parametrize("name", ["sign-up", "sign-in", "password-reset", "password-reset-done"])
def test_public_pages_have_one_heading_and_a_title(client, name):
    content = client.get(reverse(name)).content.decode()

    assert content.count("<h1") == 1
    assert "· Astro Numbers</title>" in content


def test_signing_in_is_bounded_by_address_whatever_the_names(client, alice):
    """Each try costs a slow hash, and one password may be tried on many names."""
    for _ in range(600):
        Budget("sign-in-", 600, HOUR).spend("127.0.0.1", "")

    reply = client.post(reverse("sign-in"), {"username": alice.email, "password": PASSWORD})
    assert reply.status_code == 429
    assert client.get(reverse("sign-in")).status_code == 200
    elsewhere = client.post(
        reverse("sign-in"), {"username": alice.email, "password": PASSWORD}, REMOTE_ADDR="192.0.2.1"
    )
    assert elsewhere.status_code == 302
