"""Public pages of what we know."""

from django.urls import path

from baken.knowledge import (
    data_views,
    item_views,
    list_views,
    overview_views,
    place_views,
    print_views,
    search_views,
)

app_name = "knowledge"
urlpatterns = [
    path("overzicht/", overview_views.overview, name="overview"),
    path("overzicht/<slug:group>/<slug:type>/", overview_views.cell, name="cell"),
    path("overzicht/overzicht.csv", data_views.csv_page, name="csv"),
    path("overzicht/overzicht.jsonld", data_views.jsonld, name="jsonld"),
    path("overzicht/overzicht-a3.pdf", print_views.poster, name="poster"),
    path("vormen/<slug:slug>/", item_views.type_page, name="type"),
    path("doelgroepen/<slug:slug>/", item_views.group, name="group"),
    path("signalen/<slug:slug>/", item_views.indicator, name="indicator"),
    path("werkplekken/", list_views.settings, name="settings"),
    path("werkplekken/<slug:slug>/", item_views.setting, name="setting"),
    path("werkplekken/<slug:slug>/kaart.pdf", print_views.card, name="card"),
    path("misvattingen/", list_views.misconceptions, name="misconceptions"),
    path("misvattingen/<slug:slug>/", item_views.misconception, name="misconception"),
    path("wet/", list_views.law, name="law"),
    path("lezen/", list_views.reading, name="reading"),
    path("contact/", list_views.contacts, name="contacts"),
    path("gemeente/", place_views.place, name="place"),
    path("zoeken/", search_views.search_page, name="search"),
]
