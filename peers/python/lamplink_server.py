"""The real server in a process of its own, and the events that it prints."""

import asyncio
import json
import os
import shutil
import signal
import tempfile
from pathlib import Path

PATIENCE = 30


class LamplinkServer:
    """Starts `./lamplink server --headless` on a free port of 127.0.0.1. An async context manager."""

    def __init__(self, *arguments):
        self.arguments = [str(argument) for argument in arguments]
        self.folder = Path(tempfile.mkdtemp(prefix="lamplink-peers-"))
        self.events = []
        self.news = asyncio.Condition()
        self.port = 0

    async def __aenter__(self):
        environment = dict(os.environ, XDG_DATA_HOME=str(self.folder), XDG_CONFIG_HOME=str(self.folder))
        self.process = await asyncio.create_subprocess_exec(
            os.environ["LAMPLINK"], "server", "--headless", "--port", "0", *self.arguments,
            stdout=asyncio.subprocess.PIPE, env=environment, limit=1 << 20)
        self.reader = asyncio.create_task(self._read())
        listening = await self.event("listening")
        self.port = listening["port"]
        self.fingerprint = bytes.fromhex(listening["fingerprint"])
        return self

    async def __aexit__(self, *failure):
        if self.process.returncode is None:
            self.process.send_signal(signal.SIGTERM)
        await asyncio.wait_for(self.process.wait(), PATIENCE)
        await self.reader
        shutil.rmtree(self.folder, ignore_errors=True)

    async def _read(self):
        async for line in self.process.stdout:
            async with self.news:
                self.events.append(json.loads(line))
                self.news.notify_all()
        async with self.news:
            self.events.append({"event": "(the server has ended)"})
            self.news.notify_all()

    @property
    def url(self):
        return f"ws://127.0.0.1:{self.port}/"

    @property
    def encrypted_url(self):
        return f"wss://127.0.0.1:{self.port}/"

    def all(self, kind):
        return [event for event in self.events if event["event"] == kind]

    async def event(self, kind, /, **fields):
        """The first event of that kind with these fields, now or later."""

        def found():
            return next((e for e in self.all(kind) if fields.items() <= e.items()), None)

        try:
            async with self.news:
                await asyncio.wait_for(self.news.wait_for(found), PATIENCE)
        except asyncio.TimeoutError:
            raise AssertionError(f"no {kind} with {fields} among {self.events}") from None
        return found()
