"""Receives Voldaan's webhooks with nothing but Python 3.8 or newer: WEBHOOK_SECRET=whsec_... PORT=4000 python3 receiver.py

Each event is stored once, as inbox/<webhook-id>.json, before it is answered; the books are done from that folder.
Keep the files for at least 7 days: they are how a repeat is known.
"""

import base64
import hashlib
import hmac
import os
import re
import tempfile
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

TOLERANCE_SECONDS = 300
LARGEST_BODY_BYTES = 65_536


def read_secret(text):
    if not text.startswith("whsec_"):
        raise SystemExit("WEBHOOK_SECRET must hold whsec_...")
    return base64.b64decode(text[len("whsec_") :], validate=True)


SECRET = read_secret(os.environ.get("WEBHOOK_SECRET", ""))
INBOX = os.environ.get("WEBHOOK_INBOX", "inbox")
os.makedirs(INBOX, exist_ok=True)


def is_genuine(webhook_id, timestamp, signatures, body):
    if not re.fullmatch(r"[A-Za-z0-9_-]{1,64}", webhook_id) or not re.fullmatch(r"0|[1-9][0-9]{0,10}", timestamp):
        return False
    if abs(int(time.time()) - int(timestamp)) > TOLERANCE_SECONDS:
        return False
    # Over the bytes as they came: parsed and written again they may differ.
    signed = f"{webhook_id}.{timestamp}.".encode("ascii") + body
    expected = b"v1," + base64.b64encode(hmac.new(SECRET, signed, hashlib.sha256).digest())
    # compare_digest takes as long for a wrong signature as for a right one.
    return any(hmac.compare_digest(entry.encode("latin-1"), expected) for entry in signatures.split(" "))


def store_once(webhook_id, body):
    """Whole or not at all, and only the first time, also when two copies come at once."""
    with tempfile.NamedTemporaryFile(dir=INBOX, prefix=".") as draft:
        draft.write(body)
        draft.flush()
        os.fsync(draft.fileno())
        try:
            os.link(draft.name, os.path.join(INBOX, webhook_id + ".json"))
        except FileExistsError:
            pass


class Receiver(BaseHTTPRequestHandler):
    def do_POST(self):
        try:
            self.answer(self.receive())
        except OSError:
            self.answer(500)  # Not stored, so not taken: the same webhook comes again.

    def receive(self):
        length = self.headers.get("content-length", "")
        if not re.fullmatch(r"[0-9]{1,6}", length) or int(length) > LARGEST_BODY_BYTES:
            return 400
        body = self.rfile.read(int(length))
        webhook_id, timestamp, signatures = (
            self.headers.get(name, "") for name in ("webhook-id", "webhook-timestamp", "webhook-signature")
        )
        if not is_genuine(webhook_id, timestamp, signatures, body):
            return 400
        store_once(webhook_id, body)
        return 204

    def answer(self, status):
        self.send_response(status)
        self.send_header("content-length", "0")
        self.end_headers()

    def log_message(self, *_):
        """The default would log each request."""


if __name__ == "__main__":
    port = int(os.environ.get("PORT", "4000"))
    server = ThreadingHTTPServer(("", port), Receiver)
    print(f"Listening on port {port}", flush=True)
    server.serve_forever()
