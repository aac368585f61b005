"""Every page in every language: /hulp/pl/, /hulp/pl/2a/."""

from django.urls import path

from baken.help_page import views

app_name = "help_in"
urlpatterns = [
    path("<slug:language>/", views.help_page, name="start"),
    path("<slug:language>/<slug:step>/", views.help_page, name="step"),
]
