"""The site is closed when nothing is set."""

import os
import subprocess
import sys

import pytest
from django.conf import settings
from django.test import RequestFactory

from r2p_site.wsgi import application

OPEN = {"SECRET_KEY": "x" * 60, "ALLOWED_HOSTS": "example.org"}


def manage(*arguments, **environment):
    own = {key: os.environ[key] for key in ("PATH", "VAR_DIR") if key in os.environ}
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        env=own | environment,
        capture_output=True,
        text=True,
        cwd=settings.BASE_DIR,
    )


@pytest.mark.parametrize("missing", OPEN)
def test_it_stops_with_the_name_of_what_is_missing(missing):
    done = manage("check", **{key: value for key, value in OPEN.items() if key != missing})

    assert done.returncode == 1
    assert done.stderr.splitlines()[-1].endswith(f"Set the {missing} environment variable")


def test_with_the_least_set_it_is_ready_to_be_deployed():
    done = manage(
        "check",
        "--deploy",
        "--fail-level",
        "WARNING",
        **{**OPEN, "SECRET_KEY": "".join(map(chr, range(48, 123)))},
    )

    assert done.returncode == 0, done.stderr


def test_with_the_least_set_it_shows_no_debug_pages_and_wants_https():
    code = (
        "from django.conf import settings as s; "
        "print(s.DEBUG, s.SECURE_SSL_REDIRECT, s.SESSION_COOKIE_SECURE, s.SESSION_COOKIE_NAME)"
    )

    done = manage("shell", "-v0", "-c", code, **OPEN)

    assert done.stdout == "False True True __Host-session\n", done.stderr


def test_whole_pages_can_be_kept_in_redis():
    code = "from django.conf import settings as s; print(s.CACHES['default'])"
    redis = {"CACHE_URL": "rediscache://localhost:6379/0"}

    done = manage("shell", "-v0", "-c", code, **OPEN, **redis)

    assert "django.core.cache.backends.redis.RedisCache" in done.stdout
    assert "redis://localhost:6379/0" in done.stdout


@pytest.mark.parametrize("charset", ["utf-8", "cp037", "rot13", "hex", "nonsense"])
@pytest.mark.django_db(transaction=True)
def test_no_charset_of_a_visitor_breaks_an_address(charset):
    environ = RequestFactory().get("/statements/?page=1&size=7").environ
    answers = []

    body = application(
        environ | {"CONTENT_TYPE": f"text/plain; charset={charset}"},
        lambda status, headers: answers.append(status),
    )

    assert answers == ["200 OK"]
    assert b"A page can have 15, 25, 50 or 100 entries." in b"".join(body)
