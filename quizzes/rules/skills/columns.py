"""What happens in the columns of a written calculation, counted from the ones."""


def carries(left: int, right: int) -> int:
    """In how many columns `left + right` comes to ten or more: 47 + 26 carries once."""
    count = carried = 0
    while left or right:
        carried = int(left % 10 + right % 10 + carried >= 10)
        count += carried
        left, right = left // 10, right // 10
    return count


def exchanges(left: int, right: int) -> int:
    """In how many columns of `left − right` a ten is exchanged: 503 − 147 exchanges twice. `right` is not larger."""
    count = taken = 0
    while right or taken:
        taken = int(left % 10 - taken < right % 10)
        count += taken
        left, right = left // 10, right // 10
    return count


def crosses_zero(left: int, right: int) -> bool:
    """Whether some column of `left − right` must exchange from a 0: 503 − 147, but not 530 − 147."""
    taken = 0
    while right or taken:
        if taken and left % 10 == 0:
            return True
        taken = int(left % 10 - taken < right % 10)
        left, right = left // 10, right // 10
    return False


def product_carries(number: int, digit: int) -> int:
    """In how many columns of the short multiplication `number × digit` there is something to carry, the last included:
    23 × 3 carries nothing, 27 × 3 once, 47 × 3 twice."""
    count = carried = 0
    while number:
        carried = (number % 10 * digit + carried) // 10
        count += carried > 0
        number //= 10
    return count


def leftovers(number: int, digit: int) -> int:
    """In how many columns of the short division `number ÷ digit` something is left for the next:
    84 ÷ 4 leaves nothing, 72 ÷ 3 once. What the last column leaves is the remainder, and not counted."""
    count = left = 0
    for figure in str(number)[:-1]:
        left = (10 * left + int(figure)) % digit
        count += left > 0
    return count
