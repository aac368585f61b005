"""Public pages: the signal check, the report, and coming back with a code."""

from django.urls import path

from baken.check import views as check
from baken.signals import report_views

app_name = "signals"
urlpatterns = [
    path("check/", check.check, name="check"),
    path("check/aankruisen/", check.check_ticks, name="check_ticks"),
    path("check/beschrijven/", check.check_text, name="check_text"),
    path("check/uitkomst/", check.check_result, name="check_result"),
    path("melden/", report_views.report, name="report"),
    path("melden/bewaard/", report_views.report_saved, name="report_saved"),
    path("melding/", report_views.come_back, name="return"),
    path("melding/bericht/", report_views.reporter_page, name="reporter_page"),
    path("melding/bijlage/<uuid:file>/", report_views.reporter_file, name="reporter_file"),
]
