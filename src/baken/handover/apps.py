"""Handover as a Django application."""

from django.apps import AppConfig


class HandoverConfig(AppConfig):
    """The room `handover`: send on, take over, hide and erase."""

    name = "baken.handover"
    label = "handover"
