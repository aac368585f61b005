"""Pages of the desk: links, and hits with other municipalities."""

from django.urls import path

from baken.links import hit_views, views

app_name = "links"
urlpatterns = [
    path("", views.clusters, name="clusters"),
    path("melding/<uuid:pk>/", views.network, name="network"),
    path("besluit/<uuid:pk>/", views.decide, name="decide"),
    path("vragen/", hit_views.requests, name="requests"),
    path("vragen/<uuid:pk>/", hit_views.request_page, name="request"),
    path("treffer/<uuid:pk>/<slug:place>/<slug:kind>/", hit_views.ask, name="ask"),
]
