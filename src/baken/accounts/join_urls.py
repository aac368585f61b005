"""The first run, and joining by the one-time link of an invitation."""

from django.urls import path

from baken.accounts import join_views

app_name = "accounts_join"
urlpatterns = [
    path("", join_views.begin, name="begin"),
    path("<str:token>/", join_views.join, name="join"),
]
