"""Public pages: the one-time link of a professional, and taking back who one is."""

from django.urls import path

from baken.intake import forget_views, link_views

app_name = "intake"
urlpatterns = [
    path("melden/met-link/<str:token>/", link_views.with_link, name="with_link"),
    path("melding/gegevens/", forget_views.forget_me, name="forget_me"),
]
