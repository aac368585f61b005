"""Pages of oversight, at the desk."""

from django.urls import path

from baken.oversight import keeping_views, mark_views, request_views, trace_views

app_name = "oversight"
urlpatterns = [
    path("", trace_views.trace_page, name="trace"),
    path("spoor.csv", trace_views.export, name="export"),
    path("controle/", trace_views.verify, name="verify"),
    path("wie-kon-dit-zien/", trace_views.seen, name="seen"),
    path("register/", trace_views.register_page, name="register"),
    path("verdwijnt/", keeping_views.leaving, name="leaving"),
    path("vernietigd/", keeping_views.purged, name="purged"),
    path("bewaartermijnen/", keeping_views.terms, name="terms"),
    path("bewaartermijnen/<slug:kind>/", keeping_views.term, name="term"),
    path("meldingen/<uuid:pk>/uitstel/", keeping_views.stay, name="stay"),
    path("uitstel/<uuid:pk>/", keeping_views.end_stay, name="end_stay"),
    path("meldingen/<uuid:pk>/aantekening/", mark_views.mark, name="mark"),
    path("aantekening/<uuid:pk>/", mark_views.end_mark, name="end_mark"),
    path("verzoeken/", request_views.requests, name="requests"),
    path("verzoeken/nieuw/", request_views.new, name="request_new"),
    path("verzoeken/<uuid:pk>/", request_views.record, name="request"),
    path("verzoeken/<uuid:pk>/dossier/", request_views.pack_page, name="pack"),
    path("verzoeken/<uuid:pk>/zoek/", request_views.search, name="search"),
    path("verzoeken/<uuid:pk>/gevonden/<int:found>/", request_views.judge, name="judge"),
    path("verzoeken/<uuid:pk>/<slug:what>/", request_views.change, name="request_change"),
]
