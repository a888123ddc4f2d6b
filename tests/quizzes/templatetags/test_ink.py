from django.template import Context, Template

TEMPLATE = Template("{% load ink %}{% ink strokes label glyphs %}")


def render(**context: object) -> str:
    return TEMPLATE.render(Context(context))


def test_ink_is_a_picture_with_a_name() -> None:
    assert render(strokes=[[[100, 200, 0], [400, 600, 16]]], label="Zoe's ink") == (
        '<svg class="ink" viewBox="76 176 348 448" role="img" aria-label="Zoe&#x27;s ink">'
        '<path class="ink__stroke" d="M100 200L400 600" data-at="0 16"></path></svg>'
    )


def test_ink_may_be_large() -> None:
    page = Template('{% load ink %}{% ink strokes "ink" size="large" %}').render(Context({"strokes": [[[1, 1, 0]]]}))
    assert page.startswith('<svg class="ink ink--large" ')


def test_glyphs_are_boxed_under_the_ink() -> None:
    page = render(
        strokes=[[[100, 200, 0], [400, 600, 16]]],
        label="ink",
        glyphs=[{"text": "1", "strokes": [0], "box": [100, 200, 400, 600]}],
    )
    assert page.index('<rect class="ink__box" x="92" y="192" width="316" height="416" rx="12">') < page.index("<path")


def test_a_label_cannot_break_out() -> None:
    page = render(strokes=[[[1, 1, 0]]], label='"><script>alert(1)</script>')
    assert "<script>" not in page


def test_nothing_is_drawn_where_there_is_no_ink() -> None:
    assert render(strokes=None, label="ink") == ""
