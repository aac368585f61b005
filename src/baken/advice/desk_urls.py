"""Page of the desk: ask for advice."""

from django.urls import path

from baken.advice import views

app_name = "desk_advice"
urlpatterns = [path("", views.ask_at_work, name="ask")]
