"""Admission as a Django application."""

from django.apps import AppConfig


class AdmissionConfig(AppConfig):
    """The room `admission`."""

    name = "baken.admission"
    label = "admission"
