"""Pages of cases, under /werk/casussen/."""

from django.urls import path

from baken.coordination import let_views, views

app_name = "cases"
urlpatterns = [
    path("", views.cases, name="list"),
    path("nieuw/", views.new, name="new"),
    path("toegang-vragen/", let_views.ask_in, name="ask_in"),
    path("<uuid:pk>/", views.case, name="case"),
    path("<uuid:pk>/wijzigen/", views.edit, name="edit"),
    path("<uuid:pk>/vastleggen/", views.records, name="records"),
    path("<uuid:pk>/criteria/", views.criteria, name="criteria"),
    path("<uuid:pk>/fase/", views.move, name="move"),
    path("<uuid:pk>/spoor/", views.new_track, name="new_track"),
    path("<uuid:pk>/spoor/<uuid:track_pk>/", views.track, name="track"),
    path("<uuid:pk>/melding/", views.take_report, name="take_report"),
    path("<uuid:pk>/melding/<uuid:report_pk>/", views.report, name="report"),
    path("<uuid:pk>/wie/", let_views.who, name="who"),
    path("<uuid:pk>/wie/toelaten/", let_views.let_in, name="let_in"),
    path("<uuid:pk>/wie/toegang/<uuid:grant_pk>/", let_views.take_back, name="take_back"),
    path("<uuid:pk>/wie/uitsluiten/", let_views.shut_out, name="shut_out"),
    path("<uuid:pk>/wie/uitsluiting/<uuid:exclusion_pk>/", let_views.lift, name="lift"),
    path("<uuid:pk>/wie/geheim/", let_views.secret, name="secret"),
    path("<uuid:pk>/wie/regisseur/", let_views.director, name="director"),
    path("<uuid:pk>/wie/verzoek/<uuid:request_pk>/", let_views.answer, name="answer"),
]
