# SPDX-FileCopyrightText: The Foyer authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A mail server for tests: aiosmtpd, which shares no code with ours. It says its port on the first line,
then on each line what arrived, parsed by Python's own reader of mail, or who tried to sign in, as JSON.

    smtp_server.py CERTIFICATE KEY starttls|tls|plain|closing|flaky

"flaky" has no room for one mail in five, at their first attempt, and tells of each mail no more than its id.

It takes mail of "box" with the password "open sesame" (over "plain": of everybody). "gone@…" does not exist,
"full@…" has no room now, a mail with the subject "spam" is not wanted; "closing" hangs up after each mail."""

import email
import email.policy
import hashlib
import json
import pathlib
import re
import socket
import ssl
import sys
import tempfile

import icalendar
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult


class Mailbox:
    """What becomes of mails."""

    def __init__(self, mode):
        self._closes = mode == "closing"
        self._is_flaky = mode == "flaky"
        self._asked = 0

    async def handle_RCPT(self, server, session, envelope, address, options):  # pylint: disable=invalid-name
        if address.startswith("gone@"):
            return f"550 5.1.1 <{address}> is not known here"
        self._asked += 1
        if address.startswith("full@") or (self._is_flaky and self._asked % 5 == 0):
            return f"452 4.2.2 <{address}> has no room"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):  # pylint: disable=invalid-name
        if self._is_flaky:
            found = re.search(rb"^Message-Id: (\S+)", envelope.content, re.MULTILINE)
            print(json.dumps({"id": found[1].decode()}), flush=True)
            return "250 2.0.0 Taken"
        mail = email.message_from_bytes(envelope.content, policy=email.policy.SMTP)
        if mail["subject"] == "spam":
            return "554 5.7.1 Not wanted"
        is_tls = server.transport.get_extra_info("sslcontext") is not None
        print(json.dumps(told(mail, session, envelope) | {"tls": is_tls}), flush=True)
        if self._closes:
            server.loop.call_later(0.05, server.transport.close)
        return "250 2.0.0 Taken"


def told(mail, session, envelope):
    """Everything a test may ask about."""
    def person(name):
        return [[a.display_name, a.addr_spec] for a in mail[name].addresses] if mail[name] else []
    parts = [part for part in mail.walk() if not part.is_multipart()]
    def text(kind):
        return next((part.get_content().replace("\r\n", "\n") for part in parts
                     if part.get_content_type() == kind and not part.is_attachment()), None)
    return {
        "envelope": [envelope.mail_from, envelope.rcpt_tos], "user": getattr(session, "user", None),
        "from": person("from"), "to": person("to"), "reply_to": person("reply-to"),
        "headers": sorted(name.lower() for name in mail.keys()),
        "subject": mail["subject"], "date": mail["date"].datetime.timestamp(),
        "id": mail["message-id"].strip(), "unsubscribe": mail["list-unsubscribe"],
        "text": text("text/plain"), "html": text("text/html"),
        "files": [[part.get_filename(), part.get_content_type(),
                   hashlib.sha256(part.get_payload(decode=True)).hexdigest()]
                  for part in parts if part.is_attachment()],
        "pictures": [[part["content-id"], part.get_content_type(), part.get_content_disposition(),
                      hashlib.sha256(part.get_payload(decode=True)).hexdigest()]
                     for page in mail.walk() if page.get_content_type() == "multipart/related"
                     for part in page.iter_parts() if part.get_content_maintype() == "image"],
        "pdfs": [kept(part.get_payload(decode=True)) for part in parts
                 if part.get_content_type() == "application/pdf"],
        "calendar": [event for part in parts if part.get_content_type() == "text/calendar"
                     for event in events(part.get_payload(decode=True))],
        "unsubscribe_post": mail["list-unsubscribe-post"],
        "defects": [str(defect) for part in mail.walk() for defect in part.defects],
        "longest_line": max(map(len, envelope.original_content.split(b"\r\n"))),
    }


def kept(pdf):
    """A file with it, beside the certificate: a line may be no longer than what a pipe holds."""
    with tempfile.NamedTemporaryFile(dir=pathlib.Path(sys.argv[1]).parent, suffix=".pdf",
                                     delete=False) as file:
        file.write(pdf)
    return file.name


def events(calendar):
    """The events of a calendar file, as another program reads them; of what is none, nothing."""
    if not calendar.startswith(b"BEGIN:VCALENDAR\r\n"):
        return []
    return [{"uid": str(event["uid"]), "sequence": event["sequence"], "summary": str(event["summary"]),
             "location": str(event["location"]), "status": str(event["status"]),
             "start": event["dtstart"].dt.timestamp(), "local": event["dtstart"].dt.isoformat(),
             "zone": str(event["dtstart"].params.get("tzid", "UTC"))}
            for event in icalendar.Calendar.from_ical(calendar).walk("vevent")]


def may(server, session, envelope, mechanism, data):
    """Whether somebody may sign in."""
    right = (data.login, data.password) == (b"box", b"open sesame")
    session.user = data.login.decode() if right else None
    print(json.dumps({"sign_in": data.login.decode()}), flush=True)
    return AuthResult(success=right, handled=False)


class OnAnyPort(Controller):
    """Says which port it got."""

    def _create_server(self):
        listening = socket.create_server(("127.0.0.1", 0))
        self.port = listening.getsockname()[1]
        self.hostname = "127.0.0.1"
        return self.loop.create_server(self._factory_invoker, sock=listening, ssl=self.ssl_context)


def main():
    certificate, key, mode = sys.argv[1:]
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificate, key)
    options = {"authenticator": may, "auth_required": mode not in ("plain", "closing", "flaky"),
               "auth_require_tls": mode == "starttls"}
    if mode == "starttls":
        options |= {"tls_context": context, "require_starttls": True}
    elif mode == "tls":
        options |= {"ssl_context": context}
    controller = OnAnyPort(Mailbox(mode), **options)
    controller.start()
    print(controller.port, flush=True)
    sys.stdin.read()  # until the test ends
    controller.stop()


main()
