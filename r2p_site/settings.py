"""Settings of the site.

`grep -E 'env[.(]' r2p_site/settings.py` lists what an operator may set. With nothing set the
site is closed: it stops at once and names what is missing. `make run` sets what a trial needs.
"""

from datetime import timedelta
from pathlib import Path

import environ
from csp.constants import NONE, SELF

env = environ.Env()

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = Path(env("VAR_DIR", default=str(BASE_DIR / "var")))

SECRET_KEY = env("SECRET_KEY")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS")
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])
DEBUG = env.bool("DEBUG", default=False)
HTTPS = env.bool("HTTPS", default=True)

INSTALLED_APPS = [
    "dialogues.apps.DialoguesConfig",
    "dialogues.apps.CuratorAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "axes",
    "csp",
    "django_filters",
    "django_otp",
    "django_otp.plugins.otp_static",
    "django_otp.plugins.otp_totp",
    "simple_history",
]

MIDDLEWARE = [
    # Above the page cache, so that one cached page serves clients with and without gzip.
    "dialogues.middleware.compression.CompressionMiddleware",
    # Above all that change a page, so that it is cached as sent. Only a LocaleMiddleware would go
    # above it.
    "dialogues.middleware.page_cache.EditionCacheMiddleware",
    "dialogues.middleware.open_data.OpenDataMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "dialogues.middleware.slashes.SlashMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django_otp.middleware.OTPMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "simple_history.middleware.HistoryRequestMiddleware",
    "axes.middleware.AxesMiddleware",
    "dialogues.middleware.problem_details.ProblemDetailsMiddleware",
    # Next to the views, so that its answers pass through the same middleware.
    "dialogues.middleware.redirects.RedirectMiddleware",
]

ROOT_URLCONF = "r2p_site.urls"
WSGI_APPLICATION = "r2p_site.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

SQLITE = {"ENGINE": "django.db.backends.sqlite3", "NAME": str(VAR_DIR / "r2p.sqlite3")}
DATABASES = {"default": env.db("DATABASE_URL") if env("DATABASE_URL", default="") else SQLITE}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # Readers go on while one writer works; a writer takes its lock at once instead of failing
    # half way, and waits up to 20 seconds for its turn.
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL",
    }
    # Opening the file again for each request would take longer than most of its queries.
    DATABASES["default"]["CONN_MAX_AGE"] = None
    # Tests use a file too: in memory, SQLite locks otherwise.
    DATABASES["default"]["TEST"] = {"NAME": str(VAR_DIR / "test.sqlite3")}
else:
    # A connection that is lost meanwhile is noticed by dialogues.middleware.page_cache.
    DATABASES["default"]["CONN_MAX_AGE"] = env.int("CONN_MAX_AGE", default=60)

# The search index: a folder of its own on each machine. `off`: the database answers, slower.
SEARCH_DIR = env("SEARCH_DIR", default=str(VAR_DIR / "search"))
SEARCH_INDEX = env.bool("SEARCH_INDEX", default=True)

# Whole pages: in the memory of each process, or in Redis: rediscache://localhost:6379/0
CACHES = {"default": env.cache_url("CACHE_URL", default="locmemcache://")}
if CACHES["default"]["BACKEND"].endswith("LocMemCache"):
    # A page has some 100 kB, at most 400: some 20 MB in each process.
    CACHES["default"]["OPTIONS"] = {"MAX_ENTRIES": 200}

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "UTC"
USE_I18N = True
USE_TZ = True

STATIC_URL = "/static/"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATIC_ROOT = VAR_DIR / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

# Security: everything comes from this host, and nothing in a page may run or load from elsewhere.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_HSTS_PRELOAD = HTTPS
SECURE_REFERRER_POLICY = "same-origin"
BEHIND_PROXY = env.bool("BEHIND_PROXY", default=False)
if BEHIND_PROXY:
    # Only behind a proxy that sets this header itself; a visitor could forge it otherwise.
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_NAME = "__Host-session" if HTTPS else "session"
CSRF_COOKIE_NAME = "__Host-csrf" if HTTPS else "csrf"
X_FRAME_OPTIONS = "DENY"
CSRF_FAILURE_VIEW = "r2p_site.refusals.csrf_failure"

# Signing in: five wrong passwords for one name from one address close it for a quarter of an hour.
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_CLIENT_IP_CALLABLE = "dialogues.http.client.client_address"
AXES_LOCKOUT_CALLABLE = "dialogues.admin_site.sign_in.locked_out"
AXES_RESET_ON_SUCCESS = True
AXES_VERBOSE = False
# `on`: every user of the admin needs a second factor. A user who has one always needs its code.
SECOND_FACTOR = env.bool("SECOND_FACTOR", default=False)
OTP_TOTP_ISSUER = "R2P Dialogues"
# `on`: nobody publishes what he or she entered.
FOUR_EYES = env.bool("FOUR_EYES", default=False)
# `on`: `manage.py read_documents` runs and reads large documents that curators bring in.
IMPORT_WORKER = env.bool("IMPORT_WORKER", default=False)
OTP_ADMIN_HIDE_SENSITIVE_DATA = True
LOGIN_REDIRECT_URL = "/admin/"
# A working day. A form sent after it is offered again (dialogues/admin_site/interrupted_posts.py).
SESSION_COOKIE_AGE = 12 * 60 * 60

# Mail. Without the site's own address, which links need, none is sent. By default it is printed.
# smtp+tls://user:password@host:587, see django-environ.
EMAIL_CONFIG = env.email_url("EMAIL_URL", default="consolemail://")
vars().update(EMAIL_CONFIG)
EMAIL_TIMEOUT = 10  # seconds
DEFAULT_FROM_EMAIL = env("MAIL_FROM", default="R2P Dialogues <noreply@localhost>")
SITE_ADDRESS = env("SITE_ADDRESS", default="").rstrip("/")

# Who runs the site, as /about/who/ says it. An address is a mail or a web address.
OPERATOR = env("OPERATOR", default="")
EDITORS = env.list("EDITORS", default=[])
CONTACT = env("CONTACT", default="")
SECURITY_CONTACT = env("SECURITY_CONTACT", default=CONTACT)
DATA_LICENCE = env("DATA_LICENCE", default="CC BY 4.0")
DATA_LICENCE_URL = env("DATA_LICENCE_URL", default="https://creativecommons.org/licenses/by/4.0/")
# Of one client, at addresses of data. Answers from the page cache do not count.
API_REQUESTS_PER_MINUTE = env.int("API_REQUESTS_PER_MINUTE", default=300)
# The releases of the data: a folder for each edition, kept for good.
RELEASES_DIR = Path(env("RELEASES_DIR", default=str(VAR_DIR / "releases")))

# Text in a history row's reason: as long as a curator needs.
SIMPLE_HISTORY_HISTORY_CHANGE_REASON_USE_TEXT_FIELD = True
SIMPLE_HISTORY_REVERT_DISABLED = False

# A dialogue with all its participations is one form of several thousand fields.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 20_000

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": env("LOG_LEVEL", default="WARNING")},
}
