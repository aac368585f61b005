"""The door table: every route, who may pass, and the exact answer for everybody else (S1).

A kind says what each member of the cast gets with GET; `POST` says it for posting. A route without a row fails the test.
"""

STAFF = "amina bram chris dewi farid gerda hugo ilse joost kim loes mo els".split()
SHUT = {"nobody": 302, "otto": 302, "noor": 302}  # to sign in, or to set the second step


def only(*may: str, otherwise: int = 403, answer: int = 200) -> dict[str, int]:
    """Open for `may`; the other staff get `otherwise`; who is not safely signed in is led away."""
    return {name: answer if name in may else otherwise for name in STAFF} | SHUT


def everybody(answer: int = 200) -> dict[str, int]:
    """The same answer for all."""
    return dict.fromkeys([*STAFF, *SHUT], answer)


FOCAL = only("amina", "els")
ITS_FOCAL = only("amina") | {"els": 404}  # without the capability: 403 before anything is looked up
PEOPLE = only("farid")
ONE_PERSON = only("farid")
LOCAL = only("amina", "bram", "farid", "els")
ITS_LOCAL = only("amina", "bram", "farid") | {"els": 404}
DESK = only(*STAFF)

GET: dict[str, dict[str, int]] = {
    "desk:today": DESK,
    "accounts:me": DESK,
    "accounts:absence": only(*STAFF, answer=405),
    "accounts:people": PEOPLE,
    "accounts:invite": PEOPLE,
    "accounts:person": ONE_PERSON,
    "accounts:change": only(*STAFF, answer=405),
    "inbox:inbox": FOCAL,
    "inbox:record": ITS_FOCAL,
    "inbox:weigh": only(*STAFF, answer=405),
    "inbox:answer": only(*STAFF, answer=405),
    "inbox:note": only(*STAFF, answer=405),
    "local:list": LOCAL,
    "local:add": LOCAL,
    "local:change": ITS_LOCAL,
    "local:retire": ITS_LOCAL,
    "local:bring_back": only(*STAFF, answer=405),
    "local:confirm": only(*STAFF, answer=405),
    "signals:check_result": everybody(302),
    "signals:report_saved": everybody(302),
    "signals:reporter_page": everybody(302),
}
OPEN = [
    "health", "security_txt", "home:start", "home:help", "home:municipalities", "home:privacy", "home:accessibility",
    "knowledge:overview", "knowledge:cell", "knowledge:csv", "knowledge:jsonld", "knowledge:poster", "knowledge:type",
    "knowledge:group", "knowledge:indicator", "knowledge:settings", "knowledge:setting", "knowledge:card",
    "knowledge:misconceptions", "knowledge:misconception", "knowledge:law", "knowledge:reading", "knowledge:contacts",
    "knowledge:search", "knowledge:place", "signals:check", "signals:check_ticks", "signals:check_text", "signals:report", "signals:return",
    "account_signup", "account_inactive",
]  # fmt: skip
GET |= {name: everybody() for name in OPEN}
GET["accounts_join:join"] = everybody(404)  # a link that never was

SIGN_IN = "account_"  # allauth's own pages: only signed in people, about themselves; tested in accounts
SECOND_STEP = "mfa_"
