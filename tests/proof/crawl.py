"""Walking through the site as a browser does: every link of a page, and every form with its fields."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urljoin, urlsplit


@dataclass
class Form:
    """A form as it stands on a page: where it goes, and the values that each field offers."""

    action: str
    method: str = "get"
    fields: dict[str, list[str]] = field(default_factory=dict)


class Page(HTMLParser):
    """What one can do on a page: `links` and `forms`."""

    def __init__(self, path: str, html: str) -> None:
        super().__init__()
        self.path, self.links, self.forms = path, set[str](), list[Form]()
        self.name = ""
        self.feed(html)

    def handle_starttag(self, tag: str, pairs: list[tuple[str, str | None]]) -> None:
        said: dict[str, Any] = {key: value or "" for key, value in pairs}
        if tag in {"a", "link"} and "href" in said:
            self.links.add(here(self.path, said["href"]))
        elif tag == "form":
            action = here(self.path, said.get("action") or self.path)
            self.forms.append(Form(action, said.get("method", "get").lower()))
            self.name = ""
        elif tag == "button" and "formaction" in said and self.forms:
            self.forms.append(Form(here(self.path, said["formaction"]), "post", self.forms[-1].fields))
        elif tag in {"input", "button", "select", "textarea"} and said.get("name") and self.forms:
            self.name = said["name"]
            self.forms[-1].fields.setdefault(self.name, [])
            if said.get("value"):
                self.forms[-1].fields[self.name].append(said["value"])
        elif tag == "option" and self.forms and self.name:
            self.forms[-1].fields[self.name].append(said.get("value", ""))


def here(path: str, href: str) -> str:
    """The address a link leads to when it stays on this site, without what stands behind `#`; otherwise empty."""
    where = urlsplit(urljoin(f"http://testserver{path}", href))
    if where.netloc != "testserver":
        return ""
    return where.path + (f"?{where.query}" if where.query else "")


def walk(browser: Any, starts: list[str], most: int) -> Any:
    """Ask at most `most` pages, from `starts` along every link; gives each (path, answer)."""
    known, waiting = set(starts), list(starts)
    while waiting and most:
        path, most = waiting.pop(0), most - 1
        answer = browser.get(path)
        yield path, answer
        if answer.streaming or not answer.get("Content-Type", "").startswith("text/html"):
            continue
        page = Page(path, answer.content.decode())
        forms = {form.action for form in page.forms if form.method == "get"}
        for link in sorted((page.links | forms) - known - {""}):
            if not link.startswith("/static/"):
                known.add(link)
                waiting.append(link)
