"""What the tests of this folder share: files, and connections made with Python's websockets library."""

import asyncio
import os
import random
import tempfile
import unittest
from pathlib import Path

import websockets

import fingerprint
from lamplink_server import PATIENCE

CONTENT = random.Random(20260101).randbytes(600_000)


def connect(server, *protocols):
    return websockets.connect(
        server.url, subprotocols=list(protocols) or None, max_size=8 << 20, open_timeout=PATIENCE)


async def connect_encrypted(server, *protocols, trusted=None):
    """By wss to the server, if it has the fingerprint `trusted`; without one, that which the server tells its user."""
    tls = await fingerprint.trusting("127.0.0.1", server.port, trusted or server.fingerprint)
    return websockets.connect(
        server.encrypted_url, ssl=tls, subprotocols=list(protocols) or None, max_size=8 << 20, open_timeout=PATIENCE)


class WithFiles(unittest.IsolatedAsyncioTestCase):
    async def asyncSetUp(self):
        asyncio.get_running_loop().set_debug(False)  # it would complain of every pause on a busy machine

    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="lamplink-peers-")
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.file = self.folder / "测试.bin"
        self.file.write_bytes(CONTENT)

    def pin_file(self, digits):
        """A file that holds a PIN, and that nobody else may read."""
        file = self.folder / "pin"
        with open(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as out:
            out.write(digits)
        return file

    async def close_code(self, socket):
        await asyncio.wait_for(socket.wait_closed(), PATIENCE)
        return socket.close_code
