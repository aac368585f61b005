"""Pages of the desk: what a municipality adds beside the national text."""

from django.urls import path

from baken.ui.soon import soon

app_name = "knowledge_desk"
urlpatterns = [
    path("", soon, name="local"),
    path("nieuw/", soon, name="local_new"),
    path("<uuid:pk>/", soon, name="local_edit"),
]
