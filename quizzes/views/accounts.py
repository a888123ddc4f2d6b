"""Signing up and in, and keeping an account.

Signing in and asking for a new password answer the same for an address that nobody has as for one that somebody has.
Signing up cannot both let a teacher in at once and keep that secret, and teachers in a hurry come first: where the
address is taken, the right password signs in, and any other is refused in words that say what to do. Tries are few:
those with a password count as tries to sign in, and all of them are counted by address.
"""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import authenticate, login, logout, update_session_auth_hash
from django.contrib.auth import views as django_views
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse, reverse_lazy
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from quizzes.forms.accounts import (
    ADDRESS_TAKEN,
    ConfirmedForm,
    DetailsForm,
    ForgottenPasswordForm,
    NewPasswordForm,
    PasswordChangeForm,
    SignInForm,
    SignUpForm,
)
from quizzes.models import User
from quizzes.queries.accounts import belongings
from quizzes.rules.phrases import answers_with_ink, count
from quizzes.services import hints
from quizzes.services.accounts import change_details, open_account
from quizzes.services.erasure import delete_account
from quizzes.services.refusals import AddressTaken
from quizzes.views.requests import TeacherRequest
from quizzes.views.throttles import HOUR, at_most

BACKEND = "django.contrib.auth.backends.ModelBackend"


@sensitive_post_parameters("password")
@never_cache
@require_http_methods(["GET", "POST"])
@at_most(60, per=HOUR, within="sign-up")
def sign_up(request: HttpRequest) -> HttpResponse:
    if request.user.is_authenticated:
        return redirect("classrooms")
    form = SignUpForm(request.POST or None)
    if form.is_valid():
        if user := _new_or_own_account(request, **form.cleaned_data):
            login(request, user, backend=BACKEND)
            return redirect("classrooms")
        form.add_error("email", ADDRESS_TAKEN)
    return render(request, "accounts/sign_up.html", {"form": form})


def _new_or_own_account(request: HttpRequest, *, name: str, email: str, password: str) -> User | None:
    try:
        user = open_account(name=name, email=email, password=password)
    except AddressTaken:
        return authenticate(request, username=email, password=password)
    messages.success(request, f"Welcome, {user.name}. Your account is ready.")
    return user


@method_decorator(at_most(600, per=HOUR, within="sign-in"), name="dispatch")
class SignIn(django_views.LoginView):
    template_name = "accounts/sign_in.html"
    authentication_form = SignInForm
    redirect_authenticated_user = True


class SignOut(django_views.LogoutView):
    """By POST alone, as Django has it. Screens of live games that this session had open close."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = super().post(request, *args, **kwargs)
        hints.tell_gone()
        return response


@method_decorator(at_most(60, per=HOUR, within="password-reset"), name="dispatch")
@method_decorator(at_most(5, per=HOUR, within="password-reset", field="email"), name="dispatch")
class PasswordReset(django_views.PasswordResetView):
    """Writes to whoever has the address, and tells nobody whether anybody has."""

    template_name = "accounts/password_reset.html"
    form_class = ForgottenPasswordForm
    subject_template_name = "accounts/password_reset_subject.txt"
    email_template_name = "accounts/password_reset_email.txt"
    extra_email_context = {"site": settings.SITE_URL.rstrip("/")}
    success_url = reverse_lazy("password-reset-done")


class PasswordResetDone(django_views.PasswordResetDoneView):
    template_name = "accounts/password_reset_done.html"


class PasswordResetConfirm(django_views.PasswordResetConfirmView):
    """Signs in at the end: whoever was locked out for wrong tries has just shown that the account is theirs."""

    template_name = "accounts/password_reset_confirm.html"
    form_class = NewPasswordForm  # type: ignore[assignment]
    post_reset_login = True
    post_reset_login_backend = BACKEND
    success_url = reverse_lazy("classrooms")

    def form_valid(self, form: Any) -> HttpResponse:
        messages.success(self.request, "Your new password is set, and you are signed in.")
        return super().form_valid(form)


@sensitive_post_parameters("password")
@never_cache
@login_required
@require_http_methods(["GET", "POST"])
def account(request: TeacherRequest) -> HttpResponse:
    initial = {"name": request.user.name, "email": request.user.email}
    form = DetailsForm(request, request.POST or None, initial=initial)
    if form.is_valid():
        try:
            change_details(user=request.user, name=form.cleaned_data["name"], email=form.cleaned_data["email"])
        except AddressTaken as refusal:
            form.add_error("email", str(refusal))
        else:
            messages.success(request, "Your account was changed.")
            return redirect("account")
    return render(request, "accounts/account.html", {"form": form})


@sensitive_post_parameters("password", "new_password")
@never_cache
@login_required
@require_http_methods(["GET", "POST"])
def password_change(request: TeacherRequest) -> HttpResponse:
    form = PasswordChangeForm(request, request.POST or None)
    if form.is_valid():
        request.user.set_password(form.cleaned_data["new_password"])
        request.user.save(update_fields=["password"])
        update_session_auth_hash(request, request.user)  # other browsers are signed out, this one stays
        messages.success(request, "Your password was changed.")
        return redirect("account")
    return render(request, "accounts/password_change.html", {"form": form})


@sensitive_post_parameters("password")
@never_cache
@login_required
@require_http_methods(["GET", "POST"])
def account_deletion(request: TeacherRequest) -> HttpResponse:
    if request.user.is_staff:
        messages.warning(request, "You are an administrator: another administrator can delete your account.")
        return redirect("account")
    form = ConfirmedForm(request, request.POST or None)
    if form.is_valid():
        user = User.objects.get(pk=request.user.pk)
        logout(request)
        delete_account(user=user)
        messages.success(request, "Your account and everything in it were deleted.")
        return redirect("start")
    lost = belongings(request.user)
    context = {
        "form": form,
        "title": "Delete your account?",
        "text": "This cannot be undone. What goes:",
        "consequences": [
            f"{count(lost.classrooms, 'classroom')} with {count(lost.students, 'student')}",
            f"{count(lost.quizzes, 'quiz', 'quizzes')}",
            answers_with_ink(lost.answers),
        ],
        "button": "Delete my account",
        "cancel": "Keep my account",
        "cancel_url": reverse("account"),
    }
    return render(request, "accounts/account_deletion.html", context)
