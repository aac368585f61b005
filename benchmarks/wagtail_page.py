"""Runs in an environment of its own: a new Wagtail site as `wagtail start` makes it, its home page asked over and over."""

import io
import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any


def start(folder: Path) -> Any:
    """Make the site and give its WSGI application."""
    folder.mkdir()
    command = Path(sys.executable).with_name("wagtail")
    subprocess.run([str(command), "start", "peer", str(folder)], check=True, capture_output=True)
    os.chdir(folder)
    sys.path.insert(0, str(folder))
    os.environ["DJANGO_SETTINGS_MODULE"] = "peer.settings.production"
    (folder / "peer/settings/local.py").write_text(
        "SECRET_KEY = 'x' * 50\nALLOWED_HOSTS = ['*']\nSECURE_SSL_REDIRECT = False\n"
        "STORAGES = {'default': {'BACKEND': 'django.core.files.storage.FileSystemStorage'},"
        " 'staticfiles': {'BACKEND': 'django.contrib.staticfiles.storage.StaticFilesStorage'}}\n"
    )
    import django
    from django.core.management import call_command
    from django.core.wsgi import get_wsgi_application

    django.setup()
    call_command("migrate", verbosity=0)
    return get_wsgi_application()


def ask(application: Any) -> int:
    """Bytes of the home page. Raises AssertionError when it is not 200."""
    status: list[str] = []
    environ = {
        "REQUEST_METHOD": "GET", "PATH_INFO": "/", "QUERY_STRING": "", "SERVER_NAME": "localhost", "SERVER_PORT": "80",
        "SERVER_PROTOCOL": "HTTP/1.1", "wsgi.input": io.BytesIO(), "wsgi.errors": sys.stderr, "wsgi.url_scheme": "http",
    }  # fmt: skip
    answer = application(environ, lambda told, headers: status.append(told))
    size = sum(len(part) for part in answer)
    answer.close()
    assert status[0].startswith("200"), status
    return size


def main() -> None:
    """Tell what it is, and then answer each number on a line with milliseconds of CPU a request."""
    application = start(Path(sys.argv[1]))
    import wagtail
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    for _ in range(20):
        size = ask(application)
    with CaptureQueriesContext(connection) as seen:
        ask(application)
    print(json.dumps({"version": wagtail.__version__, "queries": len(seen), "kb": size / 1024}), flush=True)
    for line in sys.stdin:
        began = time.process_time()
        for _ in range(int(line)):
            ask(application)
        print((time.process_time() - began) * 1000 / int(line), flush=True)


if __name__ == "__main__":
    main()
