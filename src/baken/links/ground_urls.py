"""Pages of the desk: on which ground the municipality compares and searches."""

from django.urls import path

from baken.links import ground_views

app_name = "grounds"
urlpatterns = [
    path("", ground_views.grounds, name="list"),
    path("<slug:what>/aan/", ground_views.switch_on, name="on"),
    path("<slug:what>/uit/", ground_views.switch_off, name="off"),
]
