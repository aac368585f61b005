"""Admission as a Django application. It has no tables of its own: grants stand with the case."""

from django.apps import AppConfig


class AdmissionConfig(AppConfig):
    """The room `admission`."""

    name = "baken.admission"
    label = "admission"
