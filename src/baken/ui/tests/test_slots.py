"""A room further on shows something on a page of a room before it, without that room knowing."""

from django.template import Context, Template
from django.test import RequestFactory

from baken.ui import slots


def test_what_is_offered_stands_in_its_order_and_nothing_is_left_out(monkeypatch):
    monkeypatch.setattr(slots, "_slots", {})
    slots.fill("page.side", lambda request, record: f"<p>later {record}</p>", 60)
    slots.fill("page.side", lambda request, record: "", 10)
    slots.fill("page.side", lambda request, record: f"<p>first {record}</p>", 20)
    page = Template('{% slot "page.side" record %}|{% slot "page.top" record %}')
    context = Context({"request": RequestFactory().get("/"), "record": 7})
    assert page.render(context) == "<p>first 7</p><p>later 7</p>|"
