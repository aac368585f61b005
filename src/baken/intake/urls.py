"""Public pages: the one-time link of a professional."""

from django.urls import path

from baken.intake import link_views

app_name = "intake"
urlpatterns = [
    path("melden/met-link/<str:token>/", link_views.with_link, name="with_link"),
]
