"""Pages of cases, under /werk/casussen/."""

from django.urls import path

from baken.coordination import term_views, views

urlpatterns = [
    path("", views.cases, name="list"),
    path("nieuw/", views.new, name="new"),
    path("termijnen/", term_views.terms, name="terms"),
    path("<uuid:pk>/", views.case, name="case"),
    path("<uuid:pk>/wijzigen/", views.edit, name="edit"),
    path("<uuid:pk>/vastleggen/", views.records, name="records"),
    path("<uuid:pk>/criteria/", views.criteria, name="criteria"),
    path("<uuid:pk>/fase/", views.move, name="move"),
    path("<uuid:pk>/spoor/", views.new_track, name="new_track"),
    path("<uuid:pk>/spoor/<uuid:track_pk>/", views.track, name="track"),
    path("<uuid:pk>/melding/", views.take_report, name="take_report"),
    path("<uuid:pk>/melding/<uuid:report_pk>/", views.report, name="report"),
]
