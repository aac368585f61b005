"""What can be done with a request to erase, at the desk."""

from django.urls import path

from baken.erasure import views

app_name = "erasure"
urlpatterns = [
    path("<uuid:pk>/melding/<uuid:report>/", views.mark, name="mark"),
    path("<uuid:pk>/<uuid:erasure>/", views.settle, name="settle"),
]
