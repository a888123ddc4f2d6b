from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzes.rules.names import LONGEST_NAME, alphabetical, clean_roster, distinct, labels
from quizzes.rules.refusals import RosterRefused

PASTED = [
    ("nothing", " \n\n ", ()),
    ("lines", "Emma\nBen\n", ("Emma", "Ben")),
    ("lines of Windows", "Emma\r\nBen\r\n", ("Emma", "Ben")),
    ("commas", "Emma, Ben,Noah,", ("Emma", "Ben", "Noah")),
    ("semicolons and tabs", "Emma;\tBen", ("Emma", "Ben")),
    ("numbers", "1. Emma\n2) Ben\n(3) Noah\n4 Mia\n5: Leo", ("Emma", "Ben", "Noah", "Mia", "Leo")),
    ("numbers in cells", "1\tEmma\n2\tBen", ("Emma", "Ben")),
    ("columns", "Mia\tWong\t03/02/2018\nNoah\tSmith\t04/05/2018", ("Mia Wong", "Noah Smith")),
    ("numbered columns", "1\tMia\tWong\t4B\n2\tNoah\tSmith\t4B", ("Mia Wong", "Noah Smith")),
    ("a column of names", "Li Wei\t8\tF\nNoah Smith\t9\tM", ("Li Wei", "Noah Smith")),
    ("a column of boys and girls", "Li Wei\tgirl\nNoah\tM", ("Li Wei", "Noah")),
    ("headings", "First name\tLast name\tBorn\nMia\tWong\t2018", ("Mia Wong",)),
    ("headings, family first", "Surname,Forename\nWong,Mia\nSmith,Noah", ("Mia Wong", "Noah Smith")),
    ("headings elsewhere", "Class;Name;Born\n4B;Mia Wong;2018", ("Mia Wong",)),
    ("a heading", "Name\nMia\nNoah", ("Mia", "Noah")),
    ("family first", "Wong, Mia\nde la Cruz, Ana María", ("Mia Wong", "Ana María de la Cruz")),
    ("family first, numbered", "1. Wong, Mia\n2 Smith, Noah", ("Mia Wong", "Noah Smith")),
    ("family first, with more", "Wong, Mia, 4B\nSmith, Noah, 4B", ("Mia Wong", "Noah Smith")),
    ("quotes", '"Wong, Mia"\n"Noah Smith"', ("Mia Wong", "Noah Smith")),
    ("several to a line", "Emma, Ben, Noah,\nMia, Leo", ("Emma", "Ben", "Noah", "Mia", "Leo")),
    ("lines that end with semicolons", "Emma;\nBen;", ("Emma", "Ben")),
    ("an empty first column", "\tEmma\n\tBen", ("Emma", "Ben")),
    ("bullets", "- Emma\n• Ben\n* Noah\n– Mia", ("Emma", "Ben", "Noah", "Mia")),
    ("spaces", "  Emma   Brown \n Ben\u00a0Black", ("Emma Brown", "Ben Black")),
    ("accents, composed", "Zoe\u0308", ("Zoë",)),
    ("control characters", "Em\x00ma\u202e\u200b", ("Emma",)),
    ("hyphens, apostrophes and stops", "Anna-Lena O’Brien Jr.", ("Anna-Lena O’Brien Jr.",)),
    ("other scripts", "Иван\n美咲\nपूजा", ("Иван", "美咲", "पूजा")),
    ("twice", "Emma\nEmma", ("Emma", "Emma")),
    ("sixty", "Emma\n" * 60, ("Emma",) * 60),
    ("forty characters", "E" * 40, ("E" * 40,)),
]

REFUSED = [
    ("sixty-one", "Emma\n" * 61, "That is 61 names; a classroom holds 60. Leave some out."),
    ("forty-one characters", f"Ben\n{'E' * 41}", f"Line 2, “{'E' * 41}”, is longer than 40 characters: shorten it."),
    ("a page", "E" * 999, f"Line 1, “{'E' * 60}…”, is longer than 40 characters: shorten it."),
    ("signs", "Emma\n???", "Line 2, “???”, is no name: write it with letters, or leave it out."),
]


@pytest.mark.parametrize(("text", "names"), [row[1:] for row in PASTED], ids=[row[0] for row in PASTED])
def test_a_pasted_list_is_read(text: str, names: tuple[str, ...]) -> None:
    assert clean_roster(text) == names


@pytest.mark.parametrize(("text", "sentence"), [row[1:] for row in REFUSED], ids=[row[0] for row in REFUSED])
def test_a_pasted_list_is_refused(text: str, sentence: str) -> None:
    with pytest.raises(RosterRefused) as refused:
        clean_roster(text)
    assert refused.value.sentence == sentence


TOLD_APART = [
    ("different names", ("Emma", "Ben"), (), ("Emma", "Ben")),
    ("the same name", ("Emma", "Emma", "Emma"), (), ("Emma", "Emma 2", "Emma 3")),
    ("a name that is taken", ("Emma",), ("Emma",), ("Emma 2",)),
    ("another case", ("emma",), ("Emma",), ("emma 2",)),
    ("a number that is taken", ("Emma",), ("Emma", "Emma 2"), ("Emma 3",)),
    ("a long name", ("E" * 40,), ("E" * 40,), ("E" * 38 + " 2",)),
]


@pytest.mark.parametrize(
    ("names", "taken", "told"), [row[1:] for row in TOLD_APART], ids=[row[0] for row in TOLD_APART]
)
def test_full_names_are_told_apart(names: tuple[str, ...], taken: tuple[str, ...], told: tuple[str, ...]) -> None:
    assert distinct(names, taken) == told


SHOWN = [
    ("different first names", ("Emma Brown", "Ben Black"), ("Emma", "Ben")),
    ("different initials", ("Emma Brown", "Emma Klein"), ("Emma B.", "Emma K.")),
    ("the same initial", ("Emma Brown", "Emma Black"), ("Emma Br.", "Emma Bl.")),
    ("no more than needed", ("Emma Brown", "Emma Black", "Emma Klein"), ("Emma Br.", "Emma Bl.", "Emma K.")),
    ("a first name alone", ("Emma", "Emma Brown"), ("Emma", "Emma B.")),
    ("a name within another", ("Emma Bro", "Emma Brown"), ("Emma Bro", "Emma Brow.")),
    ("numbered", ("Emma", "Emma 2"), ("Emma", "Emma 2")),
    ("numbered in full", ("Emma Brown", "Emma Brown 2"), ("Emma Brown", "Emma Brown 2")),
    ("another case", ("Emma Brown", "emma black"), ("Emma Br.", "emma bl.")),
    ("three names", ("Emma Lou Brown", "Emma Lou Black"), ("Emma Lou Br.", "Emma Lou Bl.")),
    ("a letter that folds to two", ("Emma Weiß", "Emma Weiss Klein"), ("Emma Weiß", "Emma Weiss K.")),
    ("nobody", (), ()),
]


@pytest.mark.parametrize(("names", "shown"), [row[1:] for row in SHOWN], ids=[row[0] for row in SHOWN])
def test_the_picker_shows_the_shortest_names(names: tuple[str, ...], shown: tuple[str, ...]) -> None:
    assert labels(names) == shown


def test_names_are_sorted_as_on_a_class_list() -> None:
    names = ["Zoe", "emma", "Åsa", "Émile", "Emma", "Zoë Adams", "Finn", "Ben"]
    assert sorted(names, key=alphabetical) == ["Åsa", "Ben", "Émile", "Emma", "emma", "Finn", "Zoe", "Zoë Adams"]


few_letters = st.lists(st.text("ab ", min_size=1, max_size=6), max_size=12)


@given(few_letters, few_letters)
def test_distinct_names_are_distinct_and_not_taken(names: list[str], taken: list[str]) -> None:
    told = distinct(names, taken)
    assert len(set(told)) == len(told) == len(names)
    assert not set(told) & set(taken)
    assert max(map(len, told), default=0) <= LONGEST_NAME


@given(few_letters)
def test_different_children_have_different_labels(names: list[str]) -> None:
    told = distinct([" ".join(name.split()) or "c" for name in names])
    assert len(set(labels(told))) == len(told)


@given(st.lists(st.text("abBßsS ", min_size=1, max_size=7), max_size=9))
def test_a_label_is_the_shortest_that_starts_no_other_childs_name(names: list[str]) -> None:
    for place, (name, label) in enumerate(zip(names, labels(names), strict=True)):
        first, _, rest = name.partition(" ")
        others = [other.partition(" ") for other in names[:place] + names[place + 1 :]]
        namesakes = [of_other for other, _, of_other in others if other.casefold() == first.casefold()]
        assert label == (_shortest(first, rest, namesakes) if namesakes and rest else first)


def _shortest(first: str, rest: str, others: list[str]) -> str:
    starts = (rest[:length] for length in range(1, len(rest)) if rest[length - 1] != " ")
    telling = (start for start in starts if not any(other.casefold().startswith(start.casefold()) for other in others))
    start = next(telling, None)
    return f"{first} {rest}" if start is None else f"{first} {start}."


def test_thousands_of_namesakes_are_told_apart_at_once() -> None:
    names = [f"Emma {chr(0x4E00 + number)}lou" for number in range(5000)]
    before = process_time()
    assert labels(names) == tuple(f"{name[:6]}." for name in names)
    assert process_time() - before < 2


@given(st.text(max_size=300))
def test_any_text_at_all_gives_names_fit_to_keep_or_a_sentence(text: str) -> None:
    try:
        names = clean_roster(text)
    except RosterRefused:
        return
    assert all(0 < len(name) <= LONGEST_NAME and name == name.strip() for name in names)
    assert clean_roster("\n".join(names)) == names
