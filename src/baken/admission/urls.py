"""Pages of who is let in; they stand under `cases`, beside those of the case itself."""

from django.urls import path

from baken.admission import let_views

urlpatterns = [
    path("toegang-vragen/", let_views.ask_in, name="ask_in"),
    path("<uuid:pk>/wie/", let_views.who, name="who"),
    path("<uuid:pk>/wie/toelaten/", let_views.let_in, name="let_in"),
    path("<uuid:pk>/wie/toegang/<uuid:grant_pk>/", let_views.take_back, name="take_back"),
    path("<uuid:pk>/wie/uitsluiten/", let_views.shut_out, name="shut_out"),
    path("<uuid:pk>/wie/uitsluiting/<uuid:exclusion_pk>/", let_views.lift, name="lift"),
    path("<uuid:pk>/wie/geheim/", let_views.secret, name="secret"),
    path("<uuid:pk>/wie/regisseur/", let_views.director, name="director"),
    path("<uuid:pk>/wie/verzoek/<uuid:request_pk>/", let_views.answer, name="answer"),
]
