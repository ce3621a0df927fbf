"""Nothing of a person is ever written to a log: no name, no score, no link, no code, no question in an address."""

from __future__ import annotations

import http.client
import logging
from io import StringIO
from pathlib import Path
from urllib.parse import quote

import pytest

from bedside.web.guarding.logs import WithoutContents
from tests.cli.served import Served, free_port, served

NAME, TOKEN, CODE = "Lukasz-Nowak-1987", "t0ken-that-opens-a-dossier", "AAAA-BBBB-CCCC-DDDD-EEEE-FFFF"
PRIVATE = (NAME, TOKEN, CODE, "Step-2-CK-231")
HOSTED = {
    "BEDSIDE_SECRET_KEY": "a-secret-for-the-tests-that-is-longer-than-fifty-characters",
    "BEDSIDE_ALLOWED_HOSTS": "localhost",
    "BEDSIDE_TRUSTED_PROXIES": "1",
}


def asked(copy: Served, method: str, path: str, body: bytes = b"", **headers: str) -> int:
    """The status that one request gets, with a path as it is."""
    port = int(copy.url.rstrip("/").rpartition(":")[2])
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    connection.request(method, path, body, {"Host": "localhost"} | headers)
    status = connection.getresponse().status
    connection.close()
    return status


def uploaded(name: str, content: bytes) -> tuple[bytes, str]:
    """The body and the kind of a form that sends one file."""
    limit = b"limit-between-the-parts"
    head = f'Content-Disposition: form-data; name="file"; filename="{name}"\r\n\r\n'.encode()
    return (
        b"--" + limit + b"\r\n" + head + content + b"\r\n--" + limit + b"--\r\n",
        f"multipart/form-data; boundary={limit.decode()}",
    )


def everything_said(copy: Served) -> str:
    copy.process.terminate()
    said, _ = copy.process.communicate(timeout=20)
    return said


@pytest.mark.parametrize("hosted", [False, True], ids=["own machine", "hosted"])
def test_whatever_is_asked_and_refused_nothing_of_it_is_written(tmp_path: Path, hosted: bool) -> None:
    more = ("--host", "0.0.0.0", "--port", str(free_port())) if hosted else ()
    with served(tmp_path, *more, **(HOSTED if hosted else {})) as copy:
        https = {"X-Forwarded-Proto": "https", "X-Forwarded-For": f"{NAME}, 203.0.113.7"}
        too_large, kind = uploaded(f"{NAME}.yaml", NAME.encode() * 150_000)
        assert asked(copy, "GET", f"/link/{TOKEN}/?name={NAME}", **https) == 200
        assert asked(copy, "POST", f"/link/{TOKEN}/?name={NAME}", f"code={CODE}".encode(), **https) == 403
        assert asked(copy, "GET", f"/shared/{TOKEN}/?score=Step-2-CK-231", **https) in (404, 501)
        assert asked(copy, "GET", f"/dossier/{NAME}/", **https) == 404
        assert asked(copy, "GET", "/", Host=f"{NAME}.example.org", **https) == 400
        assert asked(copy, "POST", "/open/", too_large, **https, **{"Content-Type": kind}) in (400, 403)
        assert (
            asked(copy, "POST", "/return/", f"code={CODE}".encode(), Cookie=f"bedside_session={TOKEN}", **https) == 403
        )
        assert asked(copy, NAME.upper(), f"/{TOKEN}", **https) in (403, 404, 405, 501)
        assert asked(copy, "GET", f"/{quote(NAME)}", Forwarded=f"for={NAME}", **https) in (301, 404)
        said = everything_said(copy)
    assert [private for private in PRIVATE if private.lower() in said.lower()] == []
    assert "answered 40" in said or "django" in said


def written(record: logging.LogRecord) -> str:
    return WithoutContents().format(record)


def fault_of(message: str) -> logging.LogRecord:
    try:
        raise ValueError(message)
    except ValueError as fault:
        info = (type(fault), fault, fault.__traceback__)
        return logging.LogRecord("django.request", logging.ERROR, __file__, 1, "at %s", (f"/link/{TOKEN}/",), info)


def test_a_fault_is_named_by_its_kind_and_without_its_message() -> None:
    line = written(fault_of(NAME))
    assert line.split(" ", 2)[2] == "ERROR django.request ValueError"


@pytest.mark.parametrize("logger", ["waitress", "waitress.queue", "django.security.DisallowedHost", "django.db", "x"])
def test_no_other_logger_is_believed_to_keep_a_secret(logger: str) -> None:
    record = logging.LogRecord(logger, logging.WARNING, __file__, 1, "about %s", (NAME,), None)
    assert written(record).split(" ", 2)[2] == f"WARNING {logger}"


def test_every_handler_that_the_app_sets_up_writes_without_contents() -> None:
    ours = [logging.getLogger(name) for name in ("", "django", "bedside")]
    handlers = [one for logger in ours for one in logger.handlers if type(one) is logging.StreamHandler]
    assert {type(handler.formatter) for handler in handlers} == {WithoutContents}


def test_what_waitress_says_goes_through_the_same_handler() -> None:
    root = next(one for one in logging.getLogger().handlers if type(one) is logging.StreamHandler)
    before = root.setStream(said := StringIO())
    try:
        logging.getLogger("waitress").error("Exception while serving /link/%s/", TOKEN)
    finally:
        root.setStream(before or StringIO())
    assert (TOKEN in said.getvalue(), "ERROR waitress" in said.getvalue()) == (False, True)
