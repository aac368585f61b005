"""The way in, in Dutch (/hulp/) and in English (/en/hulp/)."""

from django.urls import path

from baken.help_page import views

app_name = "help_page"
urlpatterns = [path("hulp/", views.help_page, name="start")]
