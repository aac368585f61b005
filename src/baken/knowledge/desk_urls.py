"""Pages of the desk: what the municipality adds to the national knowledge."""

from django.urls import path

from baken.knowledge import desk_views

app_name = "local"
urlpatterns = [
    path("", desk_views.listing, name="list"),
    path("<slug:sort>/nieuw/", desk_views.add, name="add"),
    path("<slug:sort>/<uuid:pk>/", desk_views.change, name="change"),
    path("<slug:sort>/<uuid:pk>/weghalen/", desk_views.retire, name="retire"),
    path("<slug:sort>/<uuid:pk>/terugzetten/", desk_views.bring_back, name="bring_back"),
    path("<slug:sort>/<uuid:pk>/klopt/", desk_views.confirm, name="confirm"),
]
