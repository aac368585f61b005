"""Public pages of what we know."""

from django.urls import path

from baken.ui.soon import soon

app_name = "knowledge"
urlpatterns = [
    path("overzicht/", soon, name="overview"),
    path("overzicht/<slug:group>/<slug:type>/", soon, name="cell"),
    path("overzicht/overzicht.csv", soon, name="csv"),
    path("overzicht/overzicht.jsonld", soon, name="jsonld"),
    path("overzicht/overzicht-a3.pdf", soon, name="poster"),
    path("vormen/<slug:slug>/", soon, name="type"),
    path("doelgroepen/<slug:slug>/", soon, name="group"),
    path("signalen/<slug:slug>/", soon, name="indicator"),
    path("werkplekken/", soon, name="settings"),
    path("werkplekken/<slug:slug>/", soon, name="setting"),
    path("werkplekken/<slug:slug>/kaart.pdf", soon, name="card"),
    path("misvattingen/", soon, name="misconceptions"),
    path("misvattingen/<slug:slug>/", soon, name="misconception"),
    path("wet/", soon, name="law"),
    path("lezen/", soon, name="reading"),
    path("contact/", soon, name="contacts"),
    path("zoeken/", soon, name="search"),
]
