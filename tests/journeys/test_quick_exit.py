"""On a phone the way out is always there, and never lies over what somebody reads or types."""

import pytest

from baken.signals.tests.test_report import ANSWERS

pytestmark = pytest.mark.browser
PHONE = {"width": 375, "height": 667}
UNDER = """() => {
  const bar = document.querySelector('[data-quick-exit]').getBoundingClientRect();
  const low = element => element.getBoundingClientRect();
  const under = element => { const box = low(element); return box.width > 1 && box.top < bar.bottom && box.bottom > bar.top; };
  return {bar: [bar.top, bar.height, bar.width], under: [...document.querySelectorAll('h1, p, label, input:not([type=hidden]), textarea, select, button, a')]
    .filter(each => !each.matches('[data-quick-exit], .utrecht-skip-link') && under(each)).map(each => each.outerHTML.slice(0, 80))};
}"""
FOCUSED = """element => {
  element.focus(); element.scrollIntoView({block: 'nearest'});
  const bar = document.querySelector('[data-quick-exit]').getBoundingClientRect(), box = element.getBoundingClientRect();
  return box.top >= bar.bottom || box.height > innerHeight - bar.bottom;
}"""


@pytest.mark.parametrize(
    "path", ["/", "/melden/", "/advies/", "/melding/", "/check/beschrijven/", "/contact/", "/overzicht/"]
)
def test_nothing_of_a_page_lies_under_the_way_out_and_fields_come_clear_of_it(cast, visit, path):
    page = visit(viewport=PHONE, has_touch=True)
    page.goto(path)
    seen = page.evaluate(UNDER)
    assert seen == {"bar": [0, 44, 375], "under": []}
    page.mouse.wheel(0, 20_000)
    page.wait_for_timeout(300)
    assert page.evaluate(UNDER)["bar"] == [0, 44, 375]
    fields = page.query_selector_all(
        "main input:not([type=hidden]), main textarea, main select, main button:not([tabindex='-1'])"
    )
    assert [
        field.evaluate("each => each.outerHTML")
        for field in reversed(fields)
        if field.is_visible() and not field.evaluate(FOCUSED)
    ] == []


def test_the_same_in_the_form_and_at_the_desk(cast, visit):
    page = visit(viewport=PHONE, has_touch=True)
    page.goto("/melden/")
    page.get_by_label("Wat heb je gezien of gehoord?").fill(ANSWERS["story"])
    page.get_by_role("button", name="Verder").last.click()
    assert page.evaluate(UNDER)["under"] == []
    desk = visit(cast.amina, viewport=PHONE, has_touch=True)
    desk.goto("/werk/meldingen/")
    assert desk.evaluate(UNDER)["under"] == []
