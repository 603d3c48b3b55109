"""A server that asks for a PIN, and what Python's websockets library and docs/protocol.md can do there."""

import unittest

import lamplink_pin as pin
from lamplink_server import LamplinkServer
from lamplink_v1 import LamplinkV1
from peers import WithFiles, connect, connect_encrypted


class ServerWithPin(WithFiles):
    """What docs/protocol.md says of a PIN is enough to prove one."""

    async def asked(self, digits, attempt):
        """What the server says last to a client that tries `attempt` where `digits` are asked for."""
        async with LamplinkServer("--pin-file", self.pin_file(digits)) as server:
            async with connect(server, "lamplink.v1") as socket:
                return await self.prove(server, socket, pin.Client(attempt))

    async def prove(self, server, socket, client):
        peer = LamplinkV1(socket)
        await peer.until("PIN_ASKED")
        await peer.say("PIN_SHARE", share=client.share.hex())
        client.take(bytes.fromhex((await peer.until("PIN_SHARE"))["share"]))
        await peer.say("PIN_PROOF", proof=client.proof)
        answer = await peer.read()
        if answer["type"] == "PIN_PROOF":
            self.assertEqual(answer["proof"], client.expected)
            await peer.hello()
            await peer.until("CHAT_ACK", id=await peer.chat("in"))
            await server.event("chat", text="in")
        else:
            self.assertEqual(await self.close_code(socket), 4403)
        return answer

    async def test_lets_in_whoever_has_it(self):
        self.assertEqual((await self.asked("482913", "482913"))["type"], "PIN_PROOF")

    async def test_tells_a_wrong_one_how_long_to_wait(self):
        self.assertEqual(await self.asked("482913", "482914"), {"type": "PIN_REFUSED", "reason": "wrong", "seconds": 1})

    async def test_says_nothing_to_whoever_does_without(self):
        async with LamplinkServer("--pin-file", self.pin_file("482913")) as server:
            for protocols in ((), ("lamplink.v1",)):
                async with connect(server, *protocols) as socket:
                    if protocols:
                        await LamplinkV1(socket).say("HELLO", name="x", version="1", capabilities=[])
                    self.assertEqual(await self.close_code(socket), 4401)

    async def test_counts_the_key_of_the_server_in(self):
        """Whoever stands between with a key of its own has the PIN typed in, and still no proof."""
        async with LamplinkServer("--pin-file", self.pin_file("482913")) as server:
            async with await connect_encrypted(server, "lamplink.v1") as socket:
                right = pin.Client("482913", server.fingerprint)
                self.assertEqual((await self.prove(server, socket, right))["type"], "PIN_PROOF")
            async with await connect_encrypted(server, "lamplink.v1") as socket:
                between = pin.Client("482913", bytes(32))
                self.assertEqual((await self.prove(server, socket, between))["reason"], "wrong")


if __name__ == "__main__":
    unittest.main()
