"""Public page: ask for advice."""

from django.urls import path

from baken.advice import views

app_name = "advice"
urlpatterns = [path("advies/", views.ask, name="ask")]
