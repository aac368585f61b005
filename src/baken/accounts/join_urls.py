"""Joining by the one-time link of an invitation."""

from django.urls import path

from baken.accounts import join_views

app_name = "accounts_join"
urlpatterns = [path("<str:token>/", join_views.join, name="join")]
