"""The first page and the pages about this site."""

from django.urls import path

from baken.home import views

app_name = "home"
urlpatterns = [
    path("", views.start, name="start"),
    path("gemeenten/", views.municipalities, name="municipalities"),
    path("privacy/", views.privacy, name="privacy"),
    path("toegankelijkheid/", views.accessibility, name="accessibility"),
]
