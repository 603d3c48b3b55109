"""Several clients that others wrote, by wss and by ws, in the room of the real server."""

import asyncio
import ssl
import unittest

import websockets

import fingerprint
from lamplink_server import PATIENCE, LamplinkServer
from lamplink_v1 import LamplinkV1
from peers import CONTENT, WithFiles, connect, connect_encrypted


class Encrypted(WithFiles):
    """wss, where the client was told the fingerprint of the server."""

    async def test_both_dialects_chat(self):
        async with LamplinkServer("--say", "from the script") as server:
            async with await connect_encrypted(server) as socket:
                await socket.send("hi 你好")
                self.assertTrue((await server.event("connected", dialect="qt"))["encrypted"])
                await server.event("chat", text="hi 你好")
            async with await connect_encrypted(server, "lamplink.v1") as socket:
                peer = LamplinkV1(socket)
                await peer.hello()
                self.assertTrue((await server.event("connected", dialect="lamplink.v1"))["encrypted"])
                await peer.until("CHAT", text="from the script")
                await peer.until("CHAT_ACK", id=await peer.chat("x" * 30_000))
                await server.event("chat", text="x" * 30_000)

    async def test_nothing_is_said_to_another_server_than_the_trusted_one(self):
        async with LamplinkServer() as server, LamplinkServer() as other:
            with self.assertRaises(fingerprint.WrongServer):
                await connect_encrypted(other, "lamplink.v1", trusted=server.fingerprint)
            tls = await fingerprint.trusting("127.0.0.1", server.port, server.fingerprint)
            with self.assertRaises(ssl.SSLCertVerificationError):
                await websockets.connect(other.encrypted_url, ssl=tls)
            self.assertEqual(other.all("connected"), [])

    async def test_nothing_older_than_tls_1_3_is_spoken(self):
        async with LamplinkServer() as server:
            tls = await fingerprint.trusting("127.0.0.1", server.port, server.fingerprint)
            tls.maximum_version = ssl.TLSVersion.TLSv1_2
            with self.assertRaises(ssl.SSLError):
                await websockets.connect(server.encrypted_url, ssl=tls)


class Room(WithFiles):
    """Ann, encrypted, and another who calls himself so, in clear."""

    async def meet(self, first, second):
        """Both are in the room, and know it."""
        await first.hello("Ann", ("chat", "files", "room"))
        self.assertEqual((await first.until("ROOM"))["you"], "Ann")
        self.assertEqual((await first.until("ROOM"))["here"], ["Ann"])
        await second.hello("Ann", ("chat", "files", "room"))
        self.assertEqual((await second.until("ROOM"))["you"], "Ann (2)")
        self.assertEqual(set((await second.until("ROOM"))["here"]), {"Ann", "Ann (2)"})
        self.assertEqual((await first.until("ROOM"))["joined"], ["Ann (2)"])

    async def test_two_hear_each_other_by_name(self):
        async with LamplinkServer() as server:
            async with await connect_encrypted(server, "lamplink.v1") as one, connect(server, "lamplink.v1") as two:
                first, second = LamplinkV1(one), LamplinkV1(two)
                await self.meet(first, second)
                ident = await second.chat("hello 🚀", **{"from": "Server", "earlier": True})
                heard = await first.until("CHAT")
                self.assertEqual((heard["id"], heard["text"], heard["from"]), (ident, "hello 🚀", "Ann (2)"))
                self.assertFalse(heard.get("earlier", False))
                await second.until("CHAT_ACK", id=ident)
                await first.chat("hello back")
                self.assertEqual((await second.until("CHAT", text="hello back"))["from"], "Ann")
                await two.close()
                self.assertEqual((await first.until("ROOM"))["left"], ["Ann (2)"])

    async def test_what_is_for_one_reaches_nobody_else(self):
        async with LamplinkServer("--say", "for you") as server:
            async with await connect_encrypted(server, "lamplink.v1") as one, connect(server, "lamplink.v1") as two:
                first, second = LamplinkV1(one), LamplinkV1(two)
                await first.hello("Ann", ("chat",))
                self.assertTrue((await first.until("CHAT", text="for you"))["direct"])
                await second.hello("Bob", ("chat",))
                self.assertTrue((await second.until("CHAT", text="for you"))["direct"])
                await second.chat("for the server", direct=True)
                await second.chat("for all")
                self.assertEqual((await first.until("CHAT"))["text"], "for all")  # and no second "for you" either
                self.assertTrue((await server.event("chat", text="for the server"))["direct"])

    async def test_a_late_one_gets_what_was_said(self):
        async with LamplinkServer() as server:
            async with await connect_encrypted(server, "lamplink.v1") as one, connect(server, "lamplink.v1") as two:
                first, second = LamplinkV1(one), LamplinkV1(two)
                await first.hello("Ann")
                await first.chat("before")
                await server.event("chat", text="before")  # an acknowledgement tells only that it has arrived
                await second.hello("Bob")
                heard = await second.until("CHAT", text="before")
                self.assertEqual((heard["from"], heard["earlier"]), ("Ann", True))

    async def test_a_file_is_pushed_to_both_at_once(self):
        async with LamplinkServer("--send", self.file) as server:
            async with await connect_encrypted(server, "lamplink.v1") as one, connect(server, "lamplink.v1") as two:
                first, second = LamplinkV1(one), LamplinkV1(two)
                await first.hello("Ann", ("chat", "files"))
                await second.hello("Ann", ("chat", "files"))
                taken = await asyncio.wait_for(asyncio.gather(first.receive(), second.receive()), PATIENCE)
                self.assertEqual([content == CONTENT for _, content in taken], [True, True])
                for name in ("Ann", "Ann (2)"):
                    await server.event("transfer-complete", peer=name, direction="out", verified=True)


if __name__ == "__main__":
    unittest.main()
