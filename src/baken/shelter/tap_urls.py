"""The page behind a link for a shelter, for everybody who holds one."""

from django.urls import path

from baken.shelter import place_views

app_name = "shelter_link"
urlpatterns = [path("opvang/<str:token>/", place_views.tap, name="tap")]
