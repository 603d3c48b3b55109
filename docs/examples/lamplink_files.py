"""Files as docs/protocol.md sends them: one on its way in, which can be resumed after a cut, and one on its way out."""

import asyncio
import hashlib
import json
import os
import re
import uuid
from datetime import datetime, timezone
from pathlib import Path

CHUNK_BYTES = 64 << 10
WINDOW_BYTES = 1 << 20  # sent and not acknowledged
MAX_CHUNK_BYTES = 1 << 20


class Wrong(Exception):
    """The transfer ends here, with one of the reasons of docs/protocol.md."""


def digest_of(path, size):
    """The running SHA-256 of the first `size` bytes."""
    digest = hashlib.sha256()
    with open(path, "rb") as source:
        while size > 0 and (data := source.read(min(size, MAX_CHUNK_BYTES))):
            digest.update(data)
            size -= len(data)
    return digest


def safe_name(name):
    """A name that came over the wire, as the name of one file in one folder of this machine."""
    name = re.split(r"[/\\]", name)[-1]
    name = "".join(c if c.isprintable() and c not in '<>:"|?*' else "_" for c in name).strip(" .")
    stem, suffix = os.path.splitext(name)
    if re.fullmatch(r"(?i)(con|prn|aux|nul|com.|lpt.)(\..*)?", name):
        stem = "_" + stem
    stem = stem.encode()[:180].decode(errors="ignore")
    return (stem + suffix.encode()[:40].decode(errors="ignore")) or "file"


class Incoming:
    """One file from the server. What has come is kept in `<id>.part` until it is whole, what it is in `<id>.json`."""

    def __init__(self, header, folder):
        self.id = str(uuid.UUID(header["transferId"]))  # it becomes the name of a file, so it has to be an id
        self.name, self.size = header["name"], header["size"]
        self.folder, kept = folder, folder / ".lamplink"
        kept.mkdir(parents=True, exist_ok=True)
        self.part, self.note = kept / f"{self.id}.part", kept / f"{self.id}.json"
        self.state = {"size": self.size, "modified": header.get("modified"), "sha256": None}
        before = json.loads(self.note.read_text()) if self.note.exists() else self.state
        if (before["size"], before["modified"]) == (self.state["size"], self.state["modified"]):
            self.state = before
        else:
            self.part.unlink(missing_ok=True)
        self.note.write_text(json.dumps(self.state))
        self.whole = self.state["sha256"] is not None
        self.begin()

    def begin(self):
        """Where the file stands: everything, the beginning, or nothing of it is here already."""
        self.file = None if self.whole else open(self.part, "ab")
        self.written = self.size if self.whole else self.part.stat().st_size
        self.digest = None if self.whole else digest_of(self.part, self.written)
        self.untouched = True

    def answer(self):
        sha256 = self.state["sha256"] if self.whole else self.digest.hexdigest()
        return {"accepted": True, "offset": self.written, **({"sha256": sha256} if self.written else {})}

    def take(self, offset, data):
        """Writes a chunk and answers how much is written then."""
        if offset == 0 and self.untouched and self.written:
            self.start_over()
        self.untouched = False
        if offset != self.written:
            raise Wrong("out-of-order")
        if offset + len(data) > self.size:
            raise Wrong("beyond-size")
        self.written += len(data)
        if not self.whole:
            self.digest.update(data)
            self.file.write(data)
            self.file.flush()
        return self.written

    def start_over(self):
        """The sender begins anew. A file that is whole already is not touched again, only counted."""
        self.written = 0
        if not self.whole:
            self.file.truncate(0)
            self.digest = hashlib.sha256()

    def finish(self, size, sha256):
        """Checks the whole file and saves it. Answers where, or None if it was there already."""
        have = self.state["sha256"] if self.whole else self.digest.hexdigest()
        if size != self.size or self.written != size:
            raise Wrong("bad-message")
        if sha256.lower() != have:
            raise Wrong("digest-mismatch")
        return None if self.whole else self.save(have)

    def save(self, sha256):
        self.close()
        target = self.free_place()
        os.replace(self.part, target)
        self.note.write_text(json.dumps({**self.state, "sha256": sha256}))
        return target

    def free_place(self):
        """Makes an empty file under the first name that nothing has yet: so nothing is ever overwritten."""
        stem, suffix = os.path.splitext(safe_name(self.name))
        number = 1
        while True:
            path = self.folder / (f"{stem} ({number}){suffix}" if number > 1 else stem + suffix)
            try:
                open(path, "xb").close()
                return path
            except FileExistsError:
                number += 1

    def close(self):
        if self.file:
            self.file.close()

    def forget(self):
        """The transfer has ended without the file: what was kept of it goes."""
        self.close()
        if not self.whole:
            self.part.unlink(missing_ok=True)
            self.note.unlink(missing_ok=True)


class Outgoing:
    """One file to the server, over as many links as it takes."""

    def __init__(self, path):
        self.path, self.id = Path(path), str(uuid.uuid4())
        about = self.path.stat()
        self.size = about.st_size
        self.modified = datetime.fromtimestamp(about.st_mtime, timezone.utc).isoformat(timespec="milliseconds")[:-6] + "Z"
        self.ended = False
        self.new_link()

    def new_link(self):
        """Acknowledgements and pauses belong to a link; what they allow is told through `news`."""
        self.acknowledged, self.paused, self.task, self.news = 0, False, None, asyncio.Event()

    def header(self):
        return {"transferId": self.id, "name": self.path.name, "size": self.size, "modified": self.modified,
                "chunkSize": CHUNK_BYTES}

    def first_byte(self, offset, sha256):
        """Where the first chunk begins: at `offset` if the server has kept the right bytes, else at 0."""
        right = sha256 is None or digest_of(self.path, offset).hexdigest() == sha256.lower()
        return offset if offset <= self.size and right else 0

    async def chunks(self, begin):
        """Offset and bytes of each chunk, as soon as window and pauses allow, and at last the digest of the whole file."""
        self.acknowledged, offset, digest = begin, begin, digest_of(self.path, begin)
        with open(self.path, "rb") as source:
            source.seek(begin)
            while offset < self.size:
                while self.paused or offset - self.acknowledged >= WINDOW_BYTES:
                    self.news.clear()
                    await self.news.wait()
                data = source.read(min(CHUNK_BYTES, self.size - offset))
                if not data:
                    raise Wrong("source-changed")
                digest.update(data)
                yield offset, data
                offset += len(data)
        self.sha256 = digest.hexdigest()
