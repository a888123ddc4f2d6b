import pytest
from axes.models import AccessAttempt, AccessLog

from quizzes.models import User
from quizzes.services.accounts import change_details, name_tried, open_account
from quizzes.services.erasure import delete_account
from quizzes.services.refusals import AddressTaken
from tests.conftest import PASSWORD

pytestmark = pytest.mark.django_db


def test_an_account_is_opened_with_a_hashed_password():
    user = open_account(name="Dana", email="Dana@Example.org", password=PASSWORD)

    assert (user.email, user.is_staff, user.is_active) == ("dana@example.org", False, True)
    assert user.check_password(PASSWORD)


def test_of_two_accounts_with_one_address_the_database_takes_one(alice):
    with pytest.raises(AddressTaken):
        open_account(name="Dana", email="ALICE@example.org", password=PASSWORD)

    assert User.objects.get() == alice


def test_an_address_cannot_become_somebody_elses(alice, bob):
    with pytest.raises(AddressTaken, match="There is another account with this address"):
        change_details(user=alice, name="Alice", email=bob.email)


def test_deleting_takes_classrooms_quizzes_and_assignments(alice, assignment):
    delete_account(user=alice)

    assert not type(assignment).objects.exists()


def test_deleting_leaves_no_trace_of_signing_in(alice, client):
    client.post("/accounts/sign-in/", {"username": "Alice@example.org", "password": "wrong"})
    assert AccessAttempt.objects.count() == 1
    client.post("/accounts/sign-in/", {"username": "alice@example.org", "password": PASSWORD})
    assert not AccessLog.objects.exists()

    client.post("/accounts/sign-in/", {"username": "alice@example.org", "password": "wrong"})
    delete_account(user=alice)
    assert not AccessAttempt.objects.exists()


def test_tries_are_counted_under_one_name_however_it_is_typed(rf):
    assert name_tried(rf.post("/", {"username": " Alice@Example.org "})) == "alice@example.org"
    assert name_tried(rf.post("/"), {"username": "ALICE@example.org"}) == "alice@example.org"
    assert name_tried(rf.post("/")) == ""
