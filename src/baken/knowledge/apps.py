"""Knowledge as a Django application."""

from django.apps import AppConfig


class KnowledgeConfig(AppConfig):
    """The room `knowledge`."""

    name = "baken.knowledge"
    label = "knowledge"
