"""Somebody with an old phone, without script, finds in three answers whom to call, by keyboard too, and prints the card."""

import pytest

pytestmark = pytest.mark.browser
OLD_PHONE = {"viewport": {"width": 320, "height": 480}, "java_script_enabled": False}


def test_in_three_answers_in_arabic_without_script(cast, visit):
    page = visit(**OLD_PHONE)
    page.goto("/")
    page.get_by_role("link", name="مساعدة لك").click()
    for answer in ("لا، ليس الآن", "عمري أقل من 18 سنة", "أريد أن أتصل بالهاتف"):
        page.get_by_role("link", name=answer).click()
    assert page.get_by_role("link", name="0800-2000").get_attribute("href") == "tel:08002000"
    assert page.context.cookies() == []
    page.get_by_role("link", name="Tiếng Việt").click()
    assert page.url.endswith("/hulp/vi/2a1/")


def test_by_keyboard_the_first_stops_are_the_content_112_and_away(cast, visit):
    page = visit(**OLD_PHONE)
    page.goto("/hulp/nl/2/")
    seen = []
    for _ in range(3):
        page.keyboard.press("Tab")
        seen.append(page.locator(":focus").get_attribute("href"))
    assert seen == ["#i", "tel:112", "https://www.knmi.nl/"]


def test_what_is_printed_is_a_small_card(cast, visit):
    page = visit(viewport={"width": 794, "height": 1123})
    page.goto("/hulp/uk/2b1/")
    page.emulate_media(media="print")
    assert page.locator(".card").bounding_box()["width"] < 360
    assert page.get_by_text("033-4481186").is_visible()
    assert page.get_by_text("Цей переклад ще не перевірив носій мови.").is_visible()
    assert not page.get_by_role("link", name="Polski").is_visible()
    assert not page.get_by_text("Швидко покинути цей сайт").is_visible()
