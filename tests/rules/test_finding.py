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


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("7 times table", "tables-6-7-9"),
        ("seven times tables", "tables-6-7-9"),
        ("x7", "tables-6-7-9"),
        ("carrying", "add-within-100"),
        ("borrowing", "subtract-within-100"),
        ("regrouping", "add-within-100"),
        ("column subtraction", "subtract-3-digits"),
        ("telling the time", "time-later"),
        ("word problems", "story-add"),
        ("BODMAS", "order-left-to-right"),
        ("bus stop", "divide-3-digits"),
        ("tables check", "tables-mixed"),
        ("number bonds to 10", "bonds-to-10"),
        ("mixed numbers", "mixed-to-improper"),
        ("equivalent fractions", "fraction-equivalent"),
        ("round to nearest 1000", "round-to-1000"),
        ("skip counting", "count-forward"),
        ("fractons", "fraction-line"),
    ],
)
def test_what_a_teacher_would_type_finds_this_first(words: str, first: str) -> None:
    assert find(Search(words=words))[0].code == first


@pytest.mark.parametrize(
    ("words", "same"),
    [
        ("Year 4 fractions", Search(words="fractions", year=4)),
        ("Y4", Search(year=4)),
        ("grade 3", Search(grade=3)),
        ("3rd grade", Search(grade=3)),
        ("3.OA.7", Search(words="3.OA.C.7")),
    ],
)
def test_a_stage_or_a_standard_is_itself_and_no_number(words: str, same: Search) -> None:
    """Also what the programme says of the stage, where most of the skill belongs to another."""
    assert set() < codes(same) <= codes(Search(words=words))
    assert len(codes(Search(words=words))) < 1.2 * len(codes(same)) + 4


@pytest.mark.parametrize("words", ["perimeter", "zzzzz", "reception"])
def test_what_is_not_in_the_curriculum_is_not_found(words: str) -> None:
    assert find(Search(words=words)) == ()


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
