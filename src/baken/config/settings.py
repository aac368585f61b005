"""Settings of Baken. Everything comes from environment variables; docs/settings.md explains each one."""

from pathlib import Path

import structlog

from baken import __version__
from baken.config.database import databases
from baken.config.environment import SettingError, number, secret, text, yes_no

VERSION = __version__
HOUSE = Path(__file__).resolve().parent.parent
DATA = Path(text("BAKEN_DATA", "var")).resolve()

# What kind of start this is -------------------------------------------------------------------------------
DEMO = yes_no("BAKEN_DEMO")
HTTPS = yes_no("BAKEN_HTTPS", default=not DEMO)
DEBUG = False
ALLOWED_HOSTS = text("BAKEN_HOSTS", "127.0.0.1,localhost").split(",")
LOCAL_HOSTS = {"127.0.0.1", "localhost", "[::1]", "testserver"}
if DEMO and not set(ALLOWED_HOSTS) <= LOCAL_HOSTS:
    raise SettingError("BAKEN_DEMO", "kan alleen aan staan als BAKEN_HOSTS alleen 127.0.0.1 of localhost noemt")

SECRET_KEY = secret("BAKEN_SECRET_KEY", "alleen-voor-demo-en-test-" + "x" * 40)
MASTER_KEY_FILE = Path(text("BAKEN_MASTER_KEY_FILE", str(DATA / "keys" / "master.json")))
EXIT_URL = text("BAKEN_EXIT_URL", "https://www.knmi.nl/")
SECURITY_CONTACT = text("BAKEN_SECURITY_CONTACT")

# What it is made of ---------------------------------------------------------------------------------------
INSTALLED_APPS = [
    "baken.home",
    "baken.erasure",
    "baken.persons",
    "baken.oversight",
    "baken.advice",
    "baken.intake",
    "baken.triage",
    "baken.handover",
    "baken.links",
    "baken.partners",
    "baken.coordination",
    "baken.shelter",
    "baken.admission",
    "baken.casework",
    "baken.meetings",
    "baken.care",
    "baken.consent",
    "baken.letters",
    "baken.signals",
    "baken.check",
    "baken.help_page",
    "baken.sharing",
    "baken.files",
    "baken.knowledge",
    "baken.accounts",
    "baken.privacy",
    "baken.ui",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django.forms",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "django_tasks",
    "django_tasks_db",
]
MIDDLEWARE = [
    "baken.ui.headers.SafeHeaders",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "baken.privacy.origin.Origin",
    "django.middleware.common.CommonMiddleware",
    "baken.ui.language.LanguageOfPath",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "baken.ui.csrf.SameSiteCsrf",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "baken.accounts.session.SignedInSafely",
    "baken.intake.flood.Flood",
]
ROOT_URLCONF = "baken.config.urls"
WSGI_APPLICATION = "baken.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "baken.ui.context.page",
            ],
            "builtins": [
                "baken.ui.templatetags.ui",
                "django.templatetags.i18n",
                "django.templatetags.static",
            ],
        },
    }
]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
DATABASES = databases(secret("DATABASE_URL"), DATA)
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "OPTIONS": {"MAX_ENTRIES": 100_000},  # who tries many addresses must not push the counts of others out
    }
}

# Language and time ----------------------------------------------------------------------------------------
LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", "Nederlands"), ("en", "English")]
TIME_ZONE = "Europe/Amsterdam"
USE_TZ = True

# Signing in -----------------------------------------------------------------------------------------------
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["baken.accounts.backend.StaffBackend"]
PASSWORD_HASHERS = ["baken.accounts.passwords.Argon2id"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/werk/"
ACCOUNT_ADAPTER = "baken.accounts.adapter.StaffAdapter"
ACCOUNT_USER_DISPLAY = "baken.accounts.adapter.name_of"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_LOGOUT_REDIRECT_URL = "/"
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Baken"
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = DEMO

# Cookies --------------------------------------------------------------------------------------------------
_PREFIX = "__Host-" if HTTPS else ""
SESSION_COOKIE_NAME = f"{_PREFIX}baken"
CSRF_COOKIE_NAME = f"{_PREFIX}baken-form"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Strict"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
LANGUAGE_COOKIE = f"{_PREFIX}taal"
SESSION_IDLE_SECONDS = 30 * 60
SESSION_COOKIE_AGE = SESSION_LONGEST_SECONDS = 12 * 60 * 60
CSRF_FAILURE_VIEW = "baken.home.errors.form_refused"
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if yes_no("BAKEN_BEHIND_PROXY") else None
DATA_UPLOAD_MAX_MEMORY_SIZE = 1_500_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 600

# What people send along: in memory, never in a temporary file -----------------------------------------------
FILE_UPLOAD_HANDLERS = ["baken.files.memory.InMemory"]
FILE_BYTES = number("BAKEN_FILE_MB", 10) * 1_000_000
REPORT_FILES_BYTES = number("BAKEN_REPORT_FILES_MB", 50) * 1_000_000
FILES_AT_ONCE = 5
PHOTO_DOTS = number("BAKEN_PHOTO_MEGAPIXELS", 25) * 1_000_000
FREE_BYTES = number("BAKEN_FREE_MB", 500, least=0) * 1_000_000
CLAMD = text("BAKEN_CLAMD")
if CLAMD and not CLAMD.startswith("/") and not CLAMD.rpartition(":")[2].isdecimal():
    raise SettingError("BAKEN_CLAMD", "moet het pad van een socket zijn, of naam:poort")

# Files, mail, log -----------------------------------------------------------------------------------------
STATIC_URL = "/static/"
STATIC_ROOT = DATA / "static"
STATICFILES_DIRS = [HOUSE / "ui" / "built"] if (HOUSE / "ui" / "built").is_dir() else []
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
EMAIL_HOST = text("BAKEN_MAIL_HOST")
EMAIL_PORT = int(text("BAKEN_MAIL_PORT", "25"))
EMAIL_HOST_USER = text("BAKEN_MAIL_USER")
EMAIL_HOST_PASSWORD = secret("BAKEN_MAIL_PASSWORD")
EMAIL_USE_TLS = yes_no("BAKEN_MAIL_TLS", default=True)
EMAIL_TIMEOUT = 10
EMAIL_FILE_PATH = DATA / "mail"
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if EMAIL_HOST else 'filebased'}.EmailBackend"
DEFAULT_FROM_EMAIL = text("BAKEN_MAIL_FROM", "baken@localhost")
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "json": {
            "()": "structlog.stdlib.ProcessorFormatter",
            "processor": structlog.processors.JSONRenderer(),
        }
    },
    "handlers": {"out": {"class": "logging.StreamHandler", "formatter": "json"}},
    "loggers": {"django.request": {"level": "ERROR"}},  # which page was refused to whom is nobody's business
    "root": {"handlers": ["out"], "level": text("BAKEN_LOG_LEVEL", "WARNING")},
}
