"""The door table: every route × every method × every member of the cast and every state, with the exact answer (S1).

A row says what each group gets: one status for all methods, or seven in the order of METHODS. A route without a row fails.
"""

METHODS = "get head post put patch delete options".split()
STAFF = "amina bram chris dewi farid gerda hugo ilse joost kim loes mo els".split()
OUT = ["nobody", "otto", "reporter"]  # not signed in; Otto's account is closed; a reporter holds only a code
EVERYBODY = [*STAFF, "noor", *OUT]  # Noor has no second step yet
Row = dict[str, list[int]]
PAGE = "200 200 405 405 405 405 405"  # to read
FORM = "200 200 {} 405 405 405 405"  # to read and to post
LIBRARY_PAGE = "200 200 405 405 405 405 200"  # the same of the sign-in library, which answers OPTIONS
LIBRARY_FORM = "200 200 200 200 405 405 200"  # and takes PUT for POST


def _seven(said: str | int) -> list[int]:
    found = [int(each) for each in str(said).split()]
    return found * len(METHODS) if len(found) == 1 else found


def row(everybody: str | int, **others: str | int) -> Row:
    """The same for everybody, except for `staff`, `out`, or somebody by name."""
    found = {who: _seven(everybody) for who in EVERYBODY}
    for name in sorted(others, key=lambda each: each not in {"staff", "out"}):
        for who in {"staff": STAFF, "out": OUT}.get(name, [name]):
            found[who] = _seven(others[name])
    return found


def desk(*may: str, get: int = 405, post: int = 405, otherwise: int = 403, theirs: str = "") -> Row:
    """A page of the desk: who is not safely signed in is led away; staff who may not get `otherwise`, each of `theirs` 404."""
    others = [each if each == 405 else otherwise for each in (get, post)]
    found = row(302, staff=f"{others[0]} {others[0]} {others[1]} 405 405 405 405")
    for who in may:
        found[who] = _seven(f"{get} {get} {post} 405 405 405 405")
    for who in theirs.split():
        found[who] = _seven(" ".join(str(404 if each == 403 else each) for each in found["bram"]))
    return found


FOCAL = ("amina", "els")
LOCAL = ("amina", "bram", "farid")
GIVERS = ("amina", "els", "gerda")
TABLE: dict[str, Row] = {
    "desk:today": desk(*STAFF, get=200),
    "accounts:me": desk(*STAFF, get=200, post=422),
    "accounts:absence": desk(*STAFF, post=302),
    "accounts:postcodes": desk("farid", get=200, post=200),
    "accounts:shortcuts": desk(*STAFF, post=302),
    "accounts:people": desk("farid", get=200),
    "accounts:invite": desk("farid", get=200, post=200),
    "accounts:person": desk("farid", get=200),
    "accounts:change": desk("farid", post=422),
    "inbox:inbox": desk(*FOCAL, get=200),
    "inbox:bulk": desk(*FOCAL, post=422),
    "inbox:bulk_over": desk(*FOCAL, post=422),
    "inbox:keep_filter": desk(*FOCAL, post=422),
    "inbox:forget_filter": desk("amina", post=302, theirs="els"),
    "inbox:terms": desk("farid", get=200, post=422),
    "cases:terms": desk("farid", get=200, post=302),
    "inbox:step": desk("amina", get=200, post=422, theirs="els"),
    "inbox:ask_along": desk("els", get=200, post=422, theirs="amina"),
    "inbox:stop_along": desk("els", post=302, theirs="amina"),
    "inbox:along": desk("amina", get=200, post=422, theirs="els"),
    "inbox:relate": desk("amina", get=200, post=422, theirs="els"),
    "inbox:unrelate": desk("amina", get=200, post=302, theirs="els"),
    "inbox:split": desk("amina", get=200, post=422, theirs="els"),
    "inbox:record": desk("amina", get=200, theirs="els"),
    "inbox:weigh": desk("amina", post=422, theirs="els"),
    "inbox:answer": desk("amina", post=422, theirs="els"),
    "inbox:note": desk("amina", post=422, theirs="els"),
    "desk_advice:ask": desk(*STAFF, get=200, post=422),
    "desk_intake:from_work": desk(*STAFF, get=200, post=422),
    "desk_intake:for_somebody": desk("amina", "els", "hugo", get=200, post=422),
    "desk_intake:code_given": desk("amina", "els", "hugo", post=302),
    "desk_intake:links": desk(*FOCAL, get=200, post=422),
    "desk_intake:import": desk(*FOCAL, get=200, post=422),
    "desk_intake:import_template": desk(*FOCAL, get=200),
    "desk_intake:import_batch": desk("amina", get=200, post=302, theirs="els"),
    "desk_intake:applications": desk("farid", get=200, post=422),
    "desk_intake:revoke": desk("farid", post=302),
    "api_reports": row("405 405 401 405 405 405 405"),
    "desk_intake:withdraw_link": desk("amina", post=302, theirs="els"),
    "intake:with_link": row("404 404 404 405 405 405 405"),  # a link that never was
    "oversight:trace": desk("gerda", get=200),
    "oversight:export": desk("gerda", get=200),
    "oversight:verify": desk("gerda", post=302),
    "oversight:seen": desk("gerda", get=200),
    "oversight:register": desk(*LOCAL, "gerda", "els", get=200),
    "oversight:leaving": desk(*FOCAL, "gerda", get=200),
    "oversight:purged": desk(*FOCAL, "gerda", "farid", get=200),
    "oversight:terms": desk(*FOCAL, "gerda", "farid", get=200),
    "oversight:term": desk("farid", get=200, post=422),
    "oversight:stay": desk("amina", "gerda", get=200, post=422, theirs="els"),
    "oversight:end_stay": desk("amina", post=302, theirs="els") | {"gerda": _seven("405 405 404 405 405 405 405")},
    "oversight:mark": desk("amina", get=200, post=422, theirs="els"),
    "oversight:end_mark": desk("amina", post=302, theirs="els"),
    "oversight:requests": desk(*FOCAL, "gerda", get=200),
    "oversight:request_new": desk(*FOCAL, get=200, post=422),
    "oversight:request": desk("amina", get=200, theirs="els"),
    "oversight:request_change": desk("amina", post=422, theirs="els"),
    "oversight:search": desk("amina", post=302, theirs="els"),
    "oversight:judge": desk("amina", post=302, theirs="els"),
    "oversight:pack": desk("amina", get=200, post=422, theirs="els"),
    "erasure:mark": desk("amina", post=302, theirs="els"),
    "erasure:settle": desk("amina", post=302, theirs="els"),
    "links:clusters": desk(*FOCAL, get=200),
    "links:network": desk("amina", get=200, theirs="els"),
    "links:decide": desk("amina", get=200, post=422, theirs="els"),
    "links:requests": desk(*FOCAL, get=200),
    "links:request": desk(*FOCAL, get=200, post=422)
    | {"amina": _seven("200 200 403 405 405 405 405")},  # she asked
    "links:ask": desk("amina", get=200, post=422, theirs="els"),
    "grounds:list": desk("farid", "gerda", get=200),
    "grounds:on": desk("farid", "gerda", get=200, post=422),
    "grounds:off": desk("farid", "gerda", get=200, post=422),
    "inbox:file": desk("amina", get=200, theirs="els"),
    "local:list": desk(*LOCAL, "els", get=200),
    "local:add": desk(*LOCAL, "els", get=200, post=422),
    "local:change": desk(*LOCAL, get=200, post=422) | {"els": _seven("404 404 404 405 405 405 405")},
    "local:retire": desk(*LOCAL, get=200, post=302) | {"els": _seven("404 404 404 405 405 405 405")},
    "local:bring_back": desk(*LOCAL, post=302) | {"els": _seven("405 405 404 405 405 405 405")},
    "local:confirm": desk(*LOCAL, post=302) | {"els": _seven("405 405 404 405 405 405 405")},
    "sharing:register": desk(*GIVERS, get=200),
    "sharing:export": desk("gerda", get=200),
    "sharing:grounds": desk(*GIVERS, "chris", "dewi", get=200),
    "sharing:decide": desk("gerda", post=422),
    "sharing:disclosure": desk("amina", "gerda", get=200, theirs="chris dewi els"),
    "sharing:record": desk("amina", post=422, theirs="chris dewi els"),
    "sharing:file": desk("amina", post=200, theirs="chris dewi els"),
    "sharing:received": desk("amina", "chris", "dewi", "els", get=200),
    "sharing:delivery": desk("els", get=200, theirs="amina chris")
    | {"dewi": _seven("404 404 405 405 405 405 405")},
    "sharing:received_file": desk("els", get=200, theirs="amina chris")
    | {"dewi": _seven("404 404 405 405 405 405 405")},
    "sharing:reply": desk("els", post=422, theirs="amina chris") | {"dewi": _seven("405 405 404 405 405 405 405")},
    "handover:send": desk("amina", get=200, post=422, theirs="els"),
    "handover:mask": desk("amina", get=200, post=422, theirs="els"),
    "handover:lift": desk("amina", post=302, theirs="els"),
    "handover:erase": desk("amina", post=302, theirs="els"),
    "handover:take_over": desk("els", post=302, theirs="amina"),
    "signals:check_result": row("302 302 422 405 405 405 405"),
    "signals:report": row(FORM.format(200)),
    "advice:ask": row(FORM.format(422)),
    "signals:return": row(FORM.format(200)),
    "signals:report_saved": row("302 302 302 405 405 405 405"),
    "intake:forget_me": row("302 302 302 405 405 405 405"),  # also for who reported anonymously
    "signals:reporter_page": row("302 302 302 405 405 405 405", reporter=FORM.format(200)),
    "signals:reporter_file": row("404 404 405 405 405 405 405"),  # of another report, or sent by the reporter
    "accounts_join:begin": row("404 404 404 405 405 405 405"),  # there is a municipality already
    "accounts_join:join": row("404 404 404 405 405 405 405"),  # a link that never was
}
# A case of Chris in which Dewi reads all, Loes writes in one track, Mo is shut out and Amina asks (coordination.tests.make).
WORKS_IN_CASES = ("amina", "chris", "dewi", "loes", "mo", "els")
NOT_IN_IT, NOT_DECIDING = "amina mo els", "amina dewi loes mo els"
TABLE |= {
    "cases:list": desk(*WORKS_IN_CASES, get=200),
    "cases:new": desk("amina", "chris", "els", get=200, post=422),
    "cases:ask_in": desk(*WORKS_IN_CASES, get=200, post=422),
    "cases:case": desk("chris", "dewi", "loes", get=200, theirs=NOT_IN_IT),
    "cases:who": desk("chris", "dewi", "loes", get=200, theirs=NOT_IN_IT),
    "cases:report": desk("chris", "dewi", get=200, theirs="amina loes mo els"),
    "cases:track": desk("chris", "loes", get=200, post=422, theirs="amina dewi mo els"),
    "cases:take_report": desk("chris", post=302, theirs=NOT_DECIDING),
}
NOT_WRITING = "amina dewi mo els"
TABLE |= {
    "care:list": desk("dewi", get=200),
    "care:terms": desk("dewi", get=200),
    "care:new": desk("dewi", get=200, post=422),
    "care:confirm": desk("dewi", get=200, post=422),
    "care:file": desk("dewi", get=200),
    "care:clocks": desk("dewi", get=200),
    "care:close": desk("dewi", post=302),
    "care:attach": desk("dewi", post=302),
    "care:reopen": desk("dewi", post=302),
    "care:forget": desk("dewi", get=302, post=302),
    "care:take_back": desk("dewi", post=302),
    "casework:mine": desk(*WORKS_IN_CASES, get=200),
    "casework:year": desk("bram", "chris", "kim", get=200),
    "casework:plan": desk("chris", "dewi", "loes", get=200, theirs=NOT_IN_IT),
    "casework:file": desk("chris", "dewi", "loes", get=200, theirs=NOT_IN_IT),
    "casework:reached": desk("chris", "loes", post=302, theirs=NOT_WRITING),
    "casework:settle": desk("chris", "loes", get=200, post=422, theirs=NOT_WRITING)
    | {"dewi": _seven("200 200 404 405 405 405 405")},  # she reads it
    "casework:close": desk("chris", get=200, post=422, theirs=NOT_DECIDING),
}
CARE_FORMS = "edit hand_over route choose happened set_aside".split()
TO_WRITE = "goal action change decision note".split()
TABLE |= {f"care:{name}": desk("dewi", get=200, post=422) for name in CARE_FORMS}
TABLE |= {f"casework:{name}": desk("chris", "loes", get=200, post=422, theirs=NOT_WRITING) for name in TO_WRITE}
TO_DECIDE = "edit records criteria move new_track let_in take_back shut_out lift secret director answer".split()
TABLE |= {f"cases:{name}": desk("chris", get=200, post=422, theirs=NOT_DECIDING) for name in TO_DECIDE}
# The directory of partners is one for the region; who keeps it, who reads it.
READ_PARTNERS, KEEP_PARTNERS = ("amina", "chris", "dewi", "ilse", "loes", "mo", "els"), ("amina", "chris", "els")
TABLE |= {f"partners:{name}": desk(*READ_PARTNERS, get=200) for name in ("list", "kind", "entry", "history")}
TABLE |= {
    "partners:add": desk(*KEEP_PARTNERS, get=200, post=422),
    "partners:change": desk(*KEEP_PARTNERS, get=200, post=422),
    "partners:check": desk(*KEEP_PARTNERS, post=302),
    "partners:retire": desk(*KEEP_PARTNERS, get=200, post=302),
    "partners:link": desk(*KEEP_PARTNERS, post=200),
    "partners:withdraw": desk(*KEEP_PARTNERS, post=302),
    "partners:proposal": desk(*KEEP_PARTNERS, get=200, post=302),
    "partner_link:verify": row("404 404 404 405 405 405 405"),  # a link that never was
    "consent:list": desk("chris", "dewi", "loes", get=200, theirs=NOT_IN_IT),
    "consent:new": desk("chris", "loes", get=200, post=422, theirs="amina dewi mo els"),
    "consent:withdraw": desk("chris", "dewi", "loes", get=200, post=302, theirs=NOT_IN_IT),
    "consent:register": desk("chris", "dewi", get=200, theirs="amina loes mo els"),
    "consent:give": desk("chris", get=200, post=422, theirs=NOT_DECIDING),
    "consent:take_over": desk("els", post=302, theirs="amina chris"),
    "persons:judge": desk("chris", get=200, post=422, theirs=NOT_DECIDING),
    "persons:add": desk("amina", post=302, theirs="els"),
    "letters:plain": desk("chris", get=200, post=422, theirs=NOT_DECIDING),
    "letters:given": desk("chris", get=200, post=422, theirs=NOT_DECIDING),
    "letters:letter": desk("chris", "dewi", get=200, theirs="amina loes mo els"),
    "letters:document": desk("chris", post=200, theirs=NOT_DECIDING),
}
TO_READ = [
    "health", "security_txt", "account_signup", "home:start", "home:municipalities", "home:privacy", "help_page:start",
    "home:accessibility", "knowledge:overview", "knowledge:cell", "knowledge:csv", "knowledge:jsonld", "knowledge:poster",
    "knowledge:type", "knowledge:group", "knowledge:indicator", "knowledge:settings", "knowledge:setting", "knowledge:card",
    "knowledge:misconceptions", "knowledge:misconception", "knowledge:law", "knowledge:reading", "knowledge:contacts",
    "knowledge:search", "knowledge:place", "signals:check", "signals:check_ticks", "signals:check_text", "help_in:start",
    "help_in:step",
]  # fmt: skip
TABLE |= {name: row(PAGE) for name in TO_READ}
OPEN = [*TO_READ, "signals:report", "signals:return", "account_inactive"]

# The sign-in library's pages are about oneself. In the cast nobody has a password and staff have just an app, so that
# whatever asks to type the password or the code once more leads away (302); there is no passkey and no recovery code.
TABLE |= {
    "account_login": row(302, out=LIBRARY_FORM),
    "account_logout": row("200 200 302 405 405 405 200", out="302 302 302 405 405 405 200"),
    "account_inactive": row(LIBRARY_PAGE),
    "account_change_password": row(302),
    "account_set_password": row(LIBRARY_FORM, out=302),
    "account_reauthenticate": row(302, noor=403),
    "mfa_index": row(LIBRARY_PAGE, out=302),
    "mfa_authenticate": row(302),
    "mfa_activate_totp": row(302, noor=LIBRARY_FORM),
    "mfa_deactivate_totp": row(302, noor=404),
    "mfa_generate_recovery_codes": row(302, noor=LIBRARY_FORM),
    "mfa_view_recovery_codes": row("404 404 405 405 405 405 200", out=302),
    "mfa_download_recovery_codes": row(404, out=302),
    "mfa_reauthenticate": row(LIBRARY_FORM, noor=403, out=302),
    "mfa_reauthenticate_webauthn": row(302, noor=403),
    "mfa_list_webauthn": row(LIBRARY_PAGE, out=302),
    "mfa_add_webauthn": row(302, noor=LIBRARY_FORM),
    "mfa_edit_webauthn": row(302, noor="404 404 404 404 405 405 200"),
    "mfa_remove_webauthn": row(302, noor="404 404 404 405 405 404 200"),
    "mfa_login_webauthn": row(302, out="302 302 302 302 405 405 200"),
}
# The same pages about what is Duindorp's: now it is Els who may, and Farid of Havenstad manages nobody there.
ELSEWHERE: dict[str, Row] = {
    "accounts:person": desk(get=200, theirs="farid"),
    "accounts:change": desk(post=422, theirs="farid"),
    "inbox:record": desk("els", get=200, theirs="amina"),
    "inbox:weigh": desk("els", post=422, theirs="amina"),
    "inbox:answer": desk("els", post=422, theirs="amina"),
    "inbox:note": desk("els", post=422, theirs="amina"),
    "inbox:step": desk("els", get=200, post=422, theirs="amina"),
    "inbox:relate": desk("els", get=200, post=422, theirs="amina"),
    "inbox:unrelate": desk("els", get=200, post=302, theirs="amina"),
    "inbox:split": desk("els", get=200, post=422, theirs="amina"),
    "inbox:forget_filter": desk("els", post=302, theirs="amina"),
    "handover:send": desk("els", get=200, post=422, theirs="amina"),
    "handover:mask": desk("els", get=200, post=422, theirs="amina"),
    "oversight:stay": desk("els", get=200, post=422, theirs="amina")
    | {"gerda": _seven("404 404 404 405 405 405 405")},
    "oversight:mark": desk("els", get=200, post=422, theirs="amina"),
    "inbox:file": desk("els", get=200, theirs="amina"),
    "signals:reporter_file": row("404 404 405 405 405 405 405", reporter="200 200 405 405 405 405 405"),
    "cases:case": desk("els", get=200, theirs="amina chris dewi loes mo"),
    "cases:who": desk("els", get=200, theirs="amina chris dewi loes mo"),
    "cases:move": desk("els", get=200, post=422, theirs="amina chris dewi loes mo"),
    "cases:let_in": desk("els", get=200, post=422, theirs="amina chris dewi loes mo"),
    "cases:take_report": desk("els", post=302, theirs="amina chris dewi loes mo"),
}
