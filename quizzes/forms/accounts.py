"""Signing up and in, and keeping an account."""

from typing import Any

from django import forms
from django.contrib.admin.forms import AdminAuthenticationForm
from django.contrib.auth import authenticate
from django.contrib.auth.forms import (
    AdminUserCreationForm,
    AuthenticationForm,
    PasswordResetForm,
    UserChangeForm,
)
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.http import HttpRequest

from quizzes.models import User

PASSWORD_HELP = "At least 12 characters. Three or four words that only you would put together are good."  # noqa: S105
WRONG_PASSWORD = "That is not your password now. Type it again, or sign out and choose a new one."  # noqa: S105
REFUSED_PASSWORDS = {
    "password_too_similar": "That is too much like your name or your e-mail address. Choose something else.",
    "password_too_short": "That is shorter than 12 characters. Add another word.",
    "password_too_common": "Many people use that one, so it is tried first. Choose words of your own.",
    "password_entirely_numeric": "Numbers alone are soon guessed. Add a few words.",
}
SIGN_IN_REFUSED = "That address and password do not go together. Check both, or ask for a new password."
ADDRESS_TAKEN = (
    "We could not make an account with this address. If you have one already, sign in, or ask for a new password."
)


class NameField(forms.CharField):
    default_error_messages = {"required": "Type the name that your students know."}

    def __init__(self) -> None:
        widget = forms.TextInput({"autocomplete": "name"})
        super().__init__(label="Your name", help_text="As your students know you.", max_length=80, widget=widget)


class EmailField(forms.EmailField):
    """An address as accounts keep it: in lower case."""

    default_error_messages = {
        "required": "Type your e-mail address.",
        "invalid": "Type an e-mail address like name@school.org.",
    }

    def __init__(self, *, autocomplete: str = "email") -> None:
        widget = forms.EmailInput({"autocomplete": autocomplete, "spellcheck": "false", "autocapitalize": "none"})
        super().__init__(label="E-mail address", max_length=254, widget=widget)

    def clean(self, value: Any) -> str:
        return str(super().clean(value)).lower()


class PasswordField(forms.CharField):
    """A password, typed once; static/js/accounts/reveal.js adds a button that shows it."""

    def __init__(self, *, autocomplete: str, **kwargs: Any) -> None:
        widget = forms.PasswordInput({"autocomplete": autocomplete, "data-reveal": True})
        messages = {"required": "Type a password." if autocomplete == "new-password" else "Type your password."}
        super().__init__(strip=False, widget=widget, error_messages=messages, **kwargs)


class SignUpForm(forms.Form):
    name = NameField()
    email = EmailField()
    password = PasswordField(label="Password", autocomplete="new-password", help_text=PASSWORD_HELP)

    def clean(self) -> None:
        password = self.cleaned_data.get("password")
        if password:
            likeness = User(email=self.cleaned_data.get("email", ""), name=self.cleaned_data.get("name", ""))
            _check_password(self, "password", password, likeness)


class SignInForm(AuthenticationForm):
    """The same answer for a wrong password, an unknown address and an account that was deactivated."""

    username = EmailField(autocomplete="username")
    password = PasswordField(label="Password", autocomplete="current-password")
    error_messages = {"invalid_login": SIGN_IN_REFUSED, "inactive": SIGN_IN_REFUSED}


class AdministratorSignInForm(SignInForm, AdminAuthenticationForm):
    """The same for Django admin, which lets only administrators in."""


class ForgottenPasswordForm(PasswordResetForm):
    email = EmailField()


class NewPasswordForm(forms.Form):
    """A new password for somebody who followed the link in our message."""

    new_password = PasswordField(label="New password", autocomplete="new-password", help_text=PASSWORD_HELP)

    def __init__(self, user: User, *args: Any, **kwargs: Any) -> None:
        self.user = user
        super().__init__(*args, **kwargs)

    def clean(self) -> None:
        if password := self.cleaned_data.get("new_password"):
            _check_password(self, "new_password", password, self.user)

    def save(self) -> User:
        self.user.set_password(self.cleaned_data["new_password"])
        self.user.save(update_fields=["password"])
        return self.user


class ConfirmedForm(forms.Form):
    """Asks for the password that the signed-in teacher has; wrong tries count as tries to sign in."""

    password = PasswordField(label="Your password", autocomplete="current-password")

    def __init__(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        self.request = request
        super().__init__(*args, **kwargs)

    def clean_password(self) -> str:
        password: str = self.cleaned_data["password"]
        _check_own_password(self.request, password)
        return password


class PasswordChangeForm(ConfirmedForm):
    password = PasswordField(label="Your password now", autocomplete="current-password")
    new_password = PasswordField(label="New password", autocomplete="new-password", help_text=PASSWORD_HELP)

    def clean(self) -> None:
        if password := self.cleaned_data.get("new_password"):
            _check_password(self, "new_password", password, self.request.user)


class DetailsForm(forms.Form):
    """Name and address; the address, by which an account is taken over, only with the password."""

    name = NameField()
    email = EmailField()
    password = PasswordField(
        label="Your password",
        autocomplete="current-password",
        required=False,
        help_text="Only to change the e-mail address.",
    )

    def __init__(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        self.request = request
        super().__init__(*args, **kwargs)

    def clean(self) -> None:
        email = self.cleaned_data.get("email")
        if email is None or email == self.request.user.get_username():
            return
        try:
            _check_own_password(self.request, self.cleaned_data.get("password", ""))
        except ValidationError as error:
            self.add_error("password", error)


class UniqueAddress:
    """For administrators, who may be told whose address is whose."""

    instance: User
    cleaned_data: dict[str, Any]

    def clean_email(self) -> str:
        email = str(self.cleaned_data["email"]).strip().lower()
        if User.objects.filter(email=email).exclude(pk=self.instance.pk).exists():
            raise ValidationError("There is an account with this address.")
        return email


class UserAddForm(UniqueAddress, AdminUserCreationForm[User]):
    class Meta:
        model = User
        fields = ["email", "name"]


class UserEditForm(UniqueAddress, UserChangeForm[User]):
    class Meta:
        model = User
        fields = "__all__"


def _check_password(form: forms.Form, field: str, password: str, user: Any) -> None:
    try:
        validate_password(password, user)
    except ValidationError as refusal:
        for error in refusal.error_list:
            form.add_error(field, REFUSED_PASSWORDS.get(error.code or "", error))


def _check_own_password(request: HttpRequest, password: str) -> None:
    if not password:
        raise ValidationError("Type your password to change the e-mail address.")
    if authenticate(request, username=request.user.get_username(), password=password) != request.user:
        raise ValidationError(WRONG_PASSWORD)
