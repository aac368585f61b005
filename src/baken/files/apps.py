"""Files as a Django application: it has words of its own, and no tables."""

from django.apps import AppConfig


class FilesConfig(AppConfig):
    """The room `files`."""

    name = "baken.files"
    label = "files"
