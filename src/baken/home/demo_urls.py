"""The demo's front door."""

from django.urls import path

from baken.home import demo_views

app_name = "demo"
urlpatterns = [
    path("", demo_views.people, name="people"),
    path("aanmelden/", demo_views.sign_in, name="sign_in"),
]
