"""Pages about who sees a case, under /werk/casussen/; part of `cases:`."""

from django.urls import path

from baken.admission import views

urlpatterns = [
    path("toegang-vragen/", views.ask_in, name="ask_in"),
    path("<uuid:pk>/wie/", views.who, name="who"),
    path("<uuid:pk>/wie/toelaten/", views.let_in, name="let_in"),
    path("<uuid:pk>/wie/toegang/<uuid:grant_pk>/", views.take_back, name="take_back"),
    path("<uuid:pk>/wie/uitsluiten/", views.shut_out, name="shut_out"),
    path("<uuid:pk>/wie/uitsluiting/<uuid:exclusion_pk>/", views.lift, name="lift"),
    path("<uuid:pk>/wie/geheim/", views.secret, name="secret"),
    path("<uuid:pk>/wie/regisseur/", views.director, name="director"),
    path("<uuid:pk>/wie/verzoek/<uuid:request_pk>/", views.answer, name="answer"),
]
