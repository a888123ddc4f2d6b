import pytest

from quizzes.rules.finding import Search, by_family, find, grades, years
from quizzes.rules.skills import SKILLS


def codes(search: Search) -> set[str]:
    return {skill.code for skill in find(search)}


def test_an_empty_search_finds_every_skill_once() -> None:
    found = find(Search())
    assert sorted(skill.code for skill in found) == sorted(SKILLS)


@pytest.mark.parametrize("code", SKILLS)
def test_a_skill_is_found_by_its_name_its_standard_its_grade_and_its_year(code: str) -> None:
    skill = SKILLS[code]
    assert code in codes(Search(words=skill.name))
    assert code in codes(Search(words=skill.name.upper()))
    assert code in codes(Search(words=skill.standard))
    assert code in codes(Search(grade=skill.grade))
    assert code in codes(Search(year=skill.year))


@pytest.mark.parametrize(
    ("words", "code", "found"),
    [
        ("take away", "subtract-within-20", True),
        ("plus", "add-within-20", True),
        ("plus", "tables-mixed", False),
        ("tables fraction", "tables-mixed", False),
        ("ables", "tables-mixed", False),  # a word is found from its beginning on
        ("kindergarten", "add-within-10", SKILLS["add-within-10"].grade == 0),
    ],
)
def test_words_find_what_teachers_call_it(words: str, code: str, found: bool) -> None:
    assert (code in codes(Search(words=words))) is found


@pytest.mark.parametrize("sign", "+−×÷")
def test_an_operation_finds_the_skills_that_use_it(sign: str) -> None:
    assert codes(Search(operation=sign)) == {code for code, skill in SKILLS.items() if sign in skill.operations}


def test_families_come_in_their_order_and_each_from_easy_to_hard() -> None:
    for _, skills in by_family(find(Search())):
        assert [skill.grade for skill in skills] == sorted(skill.grade for skill in skills)
    families = [family for family, _ in by_family(find(Search()))]
    assert len(families) == len(set(families))


def test_grades_and_years_are_those_that_have_skills() -> None:
    assert all(find(Search(grade=grade)) for grade in grades())
    assert all(find(Search(year=year)) for year in years())
