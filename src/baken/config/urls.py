"""Every address. Public pages stand in Dutch at the root and in English under /en/; the desk is /werk/."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path

from baken.admission import urls as admission
from baken.coordination import urls as cases
from baken.home import views as home
from baken.intake import api_views
from baken.signals import desk_urls as signals
from baken.triage import urls as triage

handler400 = "baken.home.errors.bad_request"
handler403 = "baken.home.errors.forbidden"
handler404 = "baken.home.errors.not_found"
handler429 = "baken.home.errors.too_many"  # of the sign-in library
handler500 = "baken.home.errors.broken"

urlpatterns = [
    path("gezond", home.health, name="health"),
    path(".well-known/security.txt", home.security_txt, name="security_txt"),
    path("aanmelden/", include("baken.accounts.sign_in_urls")),
    path("welkom/", include("baken.accounts.join_urls")),
    path("werk/", include(("baken.home.desk_urls", "desk"))),
    path("werk/meldingen/", include(([*triage.urlpatterns, *signals.urlpatterns], "inbox"))),
    path("werk/advies/", include("baken.advice.desk_urls")),
    path("werk/melden/", include("baken.intake.desk_urls")),
    path("werk/", include("baken.handover.urls")),
    path("werk/", include("baken.sharing.urls")),
    path("werk/", include("baken.persons.urls")),
    path("werk/toezicht/", include("baken.oversight.urls")),
    path("werk/wissen/", include("baken.erasure.urls")),
    path("werk/verbanden/", include("baken.links.urls")),
    path("werk/vergelijken/", include("baken.links.ground_urls")),
    path("werk/partners/", include("baken.partners.urls")),
    path("werk/opvang/", include("baken.shelter.urls")),
    path("werk/casussen/", include(([*admission.urlpatterns, *cases.urlpatterns], "cases"))),
    path("werk/", include("baken.casework.urls")),
    path("werk/casussen/", include("baken.letters.urls")),
    path("werk/overleg/", include("baken.meetings.urls")),
    path("werk/", include("baken.consent.urls")),
    path("werk/hulp/", include("baken.care.urls")),
    path("werk/kennis/", include("baken.knowledge.desk_urls")),
    path("werk/", include("baken.accounts.urls")),
    path("hulp/", include("baken.help_page.language_urls")),
    path("api/v1/reports", api_views.reports, name="api_reports"),
    *i18n_patterns(
        path("", include("baken.home.urls")),
        path("", include("baken.help_page.urls")),
        path("", include("baken.knowledge.urls")),
        path("", include("baken.signals.urls")),
        path("", include("baken.advice.urls")),
        path("", include("baken.intake.urls")),
        path("", include("baken.partners.verify_urls")),
        path("", include("baken.shelter.tap_urls")),
        prefix_default_language=False,
    ),
]
if settings.DEMO:
    urlpatterns.append(path("demo/", include("baken.home.demo_urls")))
