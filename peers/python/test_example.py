"""The client in docs/examples, which was written from docs/protocol.md alone, in a process of its own against the real server."""

import asyncio
import random
import re
import sys
import unittest
from pathlib import Path

from lamplink_server import PATIENCE, LamplinkServer
from peers import WithFiles

EXAMPLE = Path(__file__).parents[2] / "docs" / "examples" / "lamplink_client.py"
LONG = random.Random(20260102).randbytes(6 << 20)
CUT_AT = 3 << 20  # more than the window of either side, so that something was acknowledged by then


class CuttingWire:
    """Passes bytes on to a server, and cuts its first connection after CUT_AT bytes of either direction.

    `last` is how many bytes the newest connection has carried in both directions.
    """

    def __init__(self, server):
        self.server, self.cut, self.last = server, asyncio.Event(), 0

    async def __aenter__(self):
        self.listener = await asyncio.start_server(self.serve, "127.0.0.1", 0)
        self.port = self.listener.sockets[0].getsockname()[1]
        return self

    async def __aexit__(self, *failure):
        self.listener.close()

    async def serve(self, reader, writer):
        self.last = 0
        there, back = await asyncio.open_connection("127.0.0.1", self.server.port)
        try:
            await asyncio.gather(self.carry(reader, back), self.carry(there, writer), return_exceptions=True)
        finally:
            writer.close()
            back.close()

    async def carry(self, reader, writer):
        carried = 0
        while data := await reader.read(1 << 16):
            writer.write(data)
            await writer.drain()
            carried += len(data)
            self.last += len(data)
            if carried > CUT_AT and not self.cut.is_set():
                self.cut.set()
                break
        writer.close()


class Example(WithFiles):
    def setUp(self):
        super().setUp()
        self.long = self.folder / "long 长.bin"
        self.long.write_bytes(LONG)
        self.saved, self.inbox = self.folder / "saved", self.folder / "inbox"

    async def run_client(self, url, *arguments):
        """Exit status, and the lines that it has written, once it has ended."""
        process = await asyncio.create_subprocess_exec(
            sys.executable, str(EXAMPLE), url, "--name", "Ann", *map(str, arguments),
            stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT)
        try:
            out, _ = await asyncio.wait_for(process.communicate(), 2 * PATIENCE)
        except asyncio.TimeoutError:
            process.kill()
            out, _ = await process.communicate()
            self.fail(f"The client did not end: {out.decode()}")
        return process.returncode, out.decode().splitlines()

    async def succeed(self, url, *arguments):
        status, lines = await self.run_client(url, *arguments)
        self.assertEqual(status, 0, lines)
        return lines

    async def test_chats_both_ways(self):
        async with LamplinkServer("--say", "from the script\n二") as server:
            lines = await self.succeed(server.url, "--say", "hi 你好", "--say", "two", "--texts", 2)
            self.assertIn("Welcome, Ann!", "\n".join(lines))
            self.assertRegex("\n".join(lines), "(?m): from the script\n二$")
            await server.event("connected", peer="Ann", dialect="lamplink.v1")
            await server.event("chat", text="hi 你好", **{"from": "Ann"})
            await server.event("chat", text="two")
            self.assertEqual((await server.event("disconnected"))["code"], 1000)

    async def test_sends_files_and_saves_those_that_come(self):
        empty = self.folder / "empty"
        empty.touch()
        async with LamplinkServer("--send", self.long, "--send", empty, "--receive-to", self.inbox) as server:
            lines = await self.succeed(server.url, "--send", self.file, "--send", empty, "--save", self.saved, "--files", 2)
            self.assertIn(f"* delivered {self.file.name}", lines)
            self.assertEqual((self.saved / self.long.name).read_bytes(), LONG)
            self.assertEqual((self.saved / "empty").read_bytes(), b"")
            for file in (self.file, empty):
                saved = await server.event("transfer-complete", name=file.name, direction="in", verified=True)
                self.assertEqual(Path(saved["path"]).read_bytes(), file.read_bytes())
            await server.event("transfer-complete", name=self.long.name, direction="out", verified=True)

    async def test_never_overwrites_a_file(self):
        self.saved.mkdir()
        (self.saved / self.file.name).write_text("mine")
        async with LamplinkServer("--send", self.file) as server:
            await self.succeed(server.url, "--save", self.saved, "--files", 1)
        self.assertEqual((self.saved / self.file.name).read_text(), "mine")
        self.assertEqual((self.saved / "测试 (2).bin").read_bytes(), self.file.read_bytes())

    def begun_at(self, lines, pattern):
        """Where the file began each time, which the only group of the pattern tells."""
        return [int(found) for found in re.findall(pattern, "\n".join(lines))]

    async def test_goes_on_with_an_incoming_file_after_a_cut(self):
        async with LamplinkServer("--send", self.long) as server, CuttingWire(server) as wire:
            lines = await self.succeed(f"ws://127.0.0.1:{wire.port}", "--save", self.saved, "--files", 1)
            self.assertTrue(wire.cut.is_set())
            first, second = self.begun_at(lines, r"bytes, from (\d+)")
            self.assertEqual(first, 0)
            self.assertTrue(0 < second < len(LONG), lines)
            self.assertLess(wire.last, len(LONG), "The server has sent the beginning again.")
            self.assertEqual((self.saved / self.long.name).read_bytes(), LONG)
            await server.event("transfer-complete", name=self.long.name, direction="out", verified=True)

    async def test_goes_on_with_an_outgoing_file_after_a_cut(self):
        async with LamplinkServer("--receive-to", self.inbox) as server, CuttingWire(server) as wire:
            lines = await self.succeed(f"ws://127.0.0.1:{wire.port}", "--send", self.long)
            self.assertTrue(wire.cut.is_set())
            first, second = self.begun_at(lines, r"sending .* from (\d+)")
            self.assertEqual(first, 0)
            self.assertTrue(0 < second < len(LONG), lines)
            self.assertLess(wire.last, len(LONG), "The client has sent the beginning again.")
            saved = await server.event("transfer-complete", direction="in", verified=True)
            self.assertEqual(Path(saved["path"]).read_bytes(), LONG)

    async def test_speaks_only_to_the_server_with_the_trusted_key(self):
        async with LamplinkServer() as server:
            url = server.encrypted_url
            await self.succeed(url, "--fingerprint", server.fingerprint.hex(), "--say", "in")
            await server.event("chat", text="in")
            status, lines = await self.run_client(url, "--fingerprint", "00" * 32, "--say", "to a stranger")
            self.assertEqual(status, 1)
            self.assertIn(server.fingerprint.hex(), lines[-1])
            self.assertEqual(len(server.all("connected")), 1)

    async def test_proves_a_pin(self):
        pin_file = self.pin_file("482913")
        wrong = self.folder / "wrong"
        wrong.write_text("482914")
        async with LamplinkServer("--pin-file", pin_file) as server:
            for url in (server.url, server.encrypted_url):
                trust = ("--fingerprint", server.fingerprint.hex()) if url == server.encrypted_url else ()
                await self.succeed(url, *trust, "--pin-file", pin_file, "--say", f"in by {url}")
                await server.event("chat", text=f"in by {url}")
            self.assertIn("a PIN is needed", (await self.run_client(server.url, "--say", "x"))[1][-1])
            self.assertIn("the PIN is wrong", (await self.run_client(server.url, "--pin-file", wrong, "--say", "x"))[1][-1])
            self.assertEqual(len(server.all("chat")), 2)

    async def test_gives_its_pin_to_nobody_who_does_not_ask(self):
        async with LamplinkServer() as server:
            status, lines = await self.run_client(server.url, "--pin-file", self.pin_file("482913"), "--say", "x")
            self.assertEqual((status, server.all("chat")), (1, []), lines)
            self.assertIn("this server asks for none", lines[-1])


if __name__ == "__main__":
    unittest.main()
