"""The first page of the desk."""

from django.urls import path

from baken.home import desk_views

urlpatterns = [path("", desk_views.today, name="today")]
