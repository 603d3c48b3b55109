"""What a program made with Python's websockets library and docs/protocol.md can do with the real server."""

import asyncio
import hashlib
import unittest
from pathlib import Path

import websockets

import qt
from lamplink_server import PATIENCE, LamplinkServer
from lamplink_v1 import LamplinkV1
from peers import CONTENT, WithFiles, connect


class PlainClient(WithFiles):
    """Whoever asks for no sub-protocol speaks the original program's wire: plain text, and files if it can."""

    async def test_chats_both_ways(self):
        async with LamplinkServer("--say", "from the script\n二") as server:
            async with connect(server) as socket:
                self.assertIsNone(socket.subprotocol)
                self.assertEqual(socket.extensions, [])
                while await asyncio.wait_for(socket.recv(), PATIENCE) != "from the script\n二":
                    pass
                await socket.send("hi 你好")
                await server.event("chat", text="hi 你好")
            self.assertEqual((await server.event("disconnected"))["code"], 1000)

    async def test_receives_a_pushed_file(self):
        async with LamplinkServer("--send", self.file) as server:
            async with connect(server) as socket:
                name, content = await qt.receive(socket.recv, socket.send)
                self.assertEqual(name, "测试.bin")
                self.assertEqual(content, CONTENT)
                await server.event("transfer-complete", name="测试.bin", bytes=len(CONTENT))

    async def test_fragments_and_pings_between_them(self):
        async with LamplinkServer() as server:
            async with connect(server) as socket:
                await asyncio.wait_for(await socket.ping(b"are you there"), PATIENCE)

                async def pieces():
                    for piece in ("one ", "", "两", " three"):
                        yield piece
                        await socket.ping()

                await socket.send(pieces())
                await server.event("chat", text="one 两 three")

    async def test_a_text_that_is_not_utf8_ends_the_link(self):
        async with LamplinkServer() as server:
            async with connect(server) as socket:
                await socket.write_frame(True, 0x1, b"\xc3\x28")
                self.assertEqual(await self.close_code(socket), 1007)

    async def test_a_message_that_is_too_long_ends_the_link(self):
        async with LamplinkServer() as server:
            async with connect(server) as socket:
                await socket.send(bytes((4 << 20) + 1))
                self.assertEqual(await self.close_code(socket), 1009)


class LamplinkClient(WithFiles):
    """lamplink.v1, as any language can speak it."""

    async def test_is_greeted_and_chats_both_ways(self):
        async with LamplinkServer("--say", "from the script") as server:
            async with connect(server, "mqtt", "lamplink.v1") as socket:
                self.assertEqual(socket.subprotocol, "lamplink.v1")
                peer = LamplinkV1(socket)
                hello = await peer.hello()
                self.assertIn("files", hello["capabilities"])
                await server.event("connected", peer="a Python script", dialect="lamplink.v1")
                await peer.until("CHAT", text="from the script")
                ident = await peer.chat("你好\n\"hi\" 🚀")
                await peer.until("CHAT_ACK", id=ident)
                await server.event("chat", text="你好\n\"hi\" 🚀", **{"from": "a Python script"})

    async def test_receives_a_file(self):
        async with LamplinkServer("--send", self.file) as server:
            async with connect(server, "lamplink.v1") as socket:
                peer = LamplinkV1(socket)
                await peer.hello()
                header, content = await peer.receive()
                self.assertEqual((header["name"], header["size"]), ("测试.bin", len(CONTENT)))
                self.assertEqual(content, CONTENT)
                await server.event("transfer-complete", direction="out", verified=True)

    async def test_sends_a_file_in_fragments(self):
        async with LamplinkServer("--receive-to", self.folder / "inbox") as server:
            async with connect(server, "lamplink.v1") as socket:
                peer = LamplinkV1(socket)
                await peer.hello()
                transfer, answer = await peer.offer("up 上.bin", len(CONTENT))
                self.assertEqual((answer["accepted"], answer["offset"]), (True, 0))
                for offset in range(0, len(CONTENT), 65536):
                    chunk = peer.chunk(transfer, offset, CONTENT[offset:offset + 65536])
                    await socket.send([chunk[:7], chunk[7:30_000], chunk[30_000:]] if offset == 0 else chunk)
                digest = hashlib.sha256(CONTENT).hexdigest()
                await peer.say("FILE_COMPLETE", transferId=transfer, size=len(CONTENT), sha256=digest)
                self.assertEqual((await peer.until("FILE_VERIFIED"))["sha256"], digest)
                saved = await server.event("transfer-complete", direction="in", verified=True)
                self.assertEqual(Path(saved["path"]).read_bytes(), CONTENT)

    async def test_a_file_with_a_wrong_digest_is_refused(self):
        async with LamplinkServer("--receive-to", self.folder / "inbox") as server:
            async with connect(server, "lamplink.v1") as socket:
                peer = LamplinkV1(socket)
                await peer.hello()
                transfer, _ = await peer.offer("x", 3)
                await socket.send(peer.chunk(transfer, 0, b"abc"))
                await peer.say("FILE_COMPLETE", transferId=transfer, size=3, sha256="0" * 64)
                self.assertEqual((await peer.until("FILE_CANCEL"))["reason"], "digest-mismatch")
                await server.event("transfer-failed", reason="digest-mismatch")

    async def test_whoever_does_not_say_hello_first_is_closed(self):
        async with LamplinkServer() as server:
            async with connect(server, "lamplink.v1") as socket:
                await LamplinkV1(socket).chat("too early")
                self.assertEqual(await self.close_code(socket), 4400)
            self.assertEqual(server.all("chat"), [])

    async def test_an_unknown_message_is_ignored(self):
        async with LamplinkServer() as server:
            async with connect(server, "lamplink.v1") as socket:
                peer = LamplinkV1(socket)
                await peer.hello()
                await peer.say("FROM_THE_FUTURE", anything=[1, {"a": None}])
                ident = await peer.chat("still here")
                await peer.until("CHAT_ACK", id=ident)


class WebPage(WithFiles):
    async def test_whoever_sends_an_origin_is_refused(self):
        async with LamplinkServer() as server:
            with self.assertRaises(websockets.InvalidStatusCode) as refused:
                await websockets.connect(server.url, origin="http://evil.example")
            self.assertEqual(refused.exception.status_code, 403)


if __name__ == "__main__":
    unittest.main()
