"""How often something may be done from one place.

Counted in CACHE_URL, which all processes share where that is Redis. What is counted is hashed, so that addresses of
people and what they typed stay out of the cache.
"""

from dataclasses import dataclass
from hashlib import sha256
from ipaddress import IPv6Address, ip_address

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest

NOWHERE = "0.0.0.0"  # noqa: S104  (a socket without an address, or a proxy that writes something else)


@dataclass(frozen=True)
class Budget:
    """`most` times in `seconds`, for everything that is counted apart; the time runs from the first of them."""

    name: str
    most: int
    seconds: int

    def spend(self, *apart: str) -> bool:
        """Counts one more. Whether it was within the budget."""
        key = self._key(apart)
        cache.add(key, 0, self.seconds)
        try:
            return cache.incr(key) <= self.most
        except ValueError:  # it ran out between the two lines
            return True

    def spent(self, *apart: str) -> int:
        return int(cache.get(self._key(apart), 0))

    def is_used_up(self, *apart: str) -> bool:
        return self.spent(*apart) >= self.most

    def _key(self, apart: tuple[str, ...]) -> str:
        return f"budget-{self.name}-{digest(*apart)}"


def digest(*parts: str) -> str:
    return sha256("\n".join(parts).encode()).hexdigest()


def address_of(request: HttpRequest) -> str:
    """Where a request comes from. Of IPv6 the network, as one household or school has all the addresses in it.

    X-Forwarded-For is believed from our own proxy alone (BEHIND_PROXY): its last entry, which that proxy wrote.
    """
    forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "").rpartition(",")[2].strip()
    written = forwarded if settings.BEHIND_PROXY and forwarded else request.META.get("REMOTE_ADDR", "")
    try:
        address = ip_address(written)
    except ValueError:
        return NOWHERE
    if not isinstance(address, IPv6Address):
        return str(address)
    return str(address.ipv4_mapped or IPv6Address(int(address) >> _HOST_BITS << _HOST_BITS))


_HOST_BITS = 64
