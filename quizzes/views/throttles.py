"""How often one address may send a form."""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render

from quizzes.services.budgets import Budget, address_of

View = Callable[..., HttpResponseBase]

HOUR = 60 * 60


def at_most(posts: int, *, per: int, within: str, field: str = "") -> Callable[[View], View]:
    """Answers 429 to more than `posts` POSTs in `per` seconds from one address, counted under the name `within`.

    With `field`, those with the same content of that field are counted, so that a school behind one address is
    not slowed by the tries of one of its people.
    """
    budget = Budget(f"{within}-{field}", posts, per)

    def decorate(view: View) -> View:
        @wraps(view)
        def throttled(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
            if request.method == "POST" and not budget.spend(address_of(request), _content(request, field)):
                return render(request, "429.html", status=429)
            return view(request, *args, **kwargs)

        return throttled

    return decorate


def _content(request: HttpRequest, field: str) -> str:
    return request.POST.get(field, "").strip().lower() if field else ""
