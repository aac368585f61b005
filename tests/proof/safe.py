"""What every answer must carry (S10), and what a page must not have in it."""

import re
from typing import Any

EXACT = {
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
YEAR = 31_536_000


def lacks(answer: Any, *, personal: bool = False) -> list[str]:
    """What is wrong with this answer; `personal`: no cache may keep it."""
    wrong = [name for name, value in EXACT.items() if answer.get(name) != value]
    policy = answer.get("Content-Security-Policy", "")
    asked = ("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'")
    if any(part not in policy for part in asked) or "unsafe" in policy or "http:" in policy:
        wrong.append("Content-Security-Policy")
    age = re.search(r"max-age=(\d+)", answer.get("Strict-Transport-Security", ""))
    if age is None or int(age[1]) < YEAR:
        wrong.append("Strict-Transport-Security")
    if "camera=()" not in answer.get("Permissions-Policy", ""):
        wrong.append("Permissions-Policy")
    if personal and answer.get("Cache-Control") != "no-store":
        wrong.append("Cache-Control")
    return wrong + inline(answer)


def inline(answer: Any) -> list[str]:
    """Scripts and styles that stand in the page itself."""
    if not answer.get("Content-Type", "").startswith("text/html") or answer.streaming:
        return []
    html = answer.content.decode()
    scripts = [tag for tag in re.findall(r"<script\b[^>]*>", html) if "src=" not in tag and "json" not in tag]
    return scripts + re.findall(r"\sstyle=|<style|\son\w+=", html)
