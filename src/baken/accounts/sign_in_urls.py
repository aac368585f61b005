"""Signing in: allauth's pages, without open registration."""

from django.urls import include, path

urlpatterns = [path("", include("allauth.urls"))]
