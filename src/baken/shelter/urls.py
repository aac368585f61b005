"""Pages of shelters, under /werk/opvang/."""

from django.urls import path

from baken.shelter import find_views, place_views, views

app_name = "shelter"
urlpatterns = [
    path("", views.register, name="list"),
    path("soorten/", views.kinds, name="kinds"),
    path("nieuw/", views.add, name="add"),
    path("zoeken/", find_views.find, name="find"),
    path("wachtlijst/", find_views.waiting, name="waiting"),
    path("wachtlijst/nieuw/", find_views.wait, name="wait"),
    path("wachtlijst/<uuid:pk>/zoeken/", find_views.look_for, name="look_for"),
    path("wachtlijst/<uuid:pk>/urgentie/", find_views.weigh, name="weigh"),
    path("wachtlijst/<uuid:pk>/weg/", find_views.stop, name="stop"),
    path("plek/<uuid:pk>/", views.change_place, name="change_place"),
    path("plek/<uuid:pk>/nachten/", views.close_nights, name="close_nights"),
    path("plek/<uuid:pk>/reserveren/", find_views.reserve, name="reserve"),
    path("plaatsing/<uuid:pk>/", place_views.placement, name="placement"),
    path("plaatsing/<uuid:pk>/geplaatst/", place_views.placed, name="placed"),
    path("plaatsing/<uuid:pk>/verlengen/", place_views.extend, name="extend"),
    path("plaatsing/<uuid:pk>/verplaatsen/", place_views.move, name="move"),
    path("plaatsing/<uuid:pk>/beeindigen/", place_views.end, name="end"),
    path("plaatsing/<uuid:pk>/weigeren/", place_views.refuse, name="refuse"),
    path("<uuid:pk>/", views.shelter, name="shelter"),
    path("<uuid:pk>/wijzigen/", views.change, name="change"),
    path("<uuid:pk>/weghalen/", views.retire, name="retire"),
    path("<uuid:pk>/plek/", views.add_place, name="add_place"),
    path("<uuid:pk>/vrij/", views.confirm, name="confirm"),
    path("<uuid:pk>/adres/", place_views.address, name="address"),
    path("<uuid:pk>/link/", place_views.link, name="link"),
    path("<uuid:pk>/link/<uuid:link_pk>/intrekken/", place_views.withdraw, name="withdraw"),
]
