"""lamplink.v1 by docs/protocol.md and nothing else, over any connection of the websockets library."""

import asyncio
import hashlib
import json
import struct
import uuid

PATIENCE = 30


class LamplinkV1:
    """What a peer has to say and to answer. Texts are acknowledged as they are read."""

    def __init__(self, socket):
        self.socket = socket

    async def say(self, kind, **fields):
        await self.socket.send(json.dumps({"type": kind, **fields}, ensure_ascii=False))

    async def hello(self, name="a Python script", capabilities=("chat", "files")):
        await self.say("HELLO", name=name, version="1", capabilities=list(capabilities))
        return await self.until("HELLO")

    async def chat(self, text, **fields):
        ident = str(uuid.uuid4())
        await self.say("CHAT", id=ident, text=text, time="2026-11-22T18:09:53.250Z", **fields)
        return ident

    async def read(self):
        """The next message: a dict for JSON, (transfer, offset, data) for FILE_CHUNK."""
        message = await asyncio.wait_for(self.socket.recv(), PATIENCE)
        if isinstance(message, bytes):
            kind, transfer, offset = struct.unpack(">B16sq", message[:25])
            assert kind == 1, message[:25]
            return str(uuid.UUID(bytes=transfer)), offset, message[25:]
        said = json.loads(message)
        if said["type"] == "CHAT":
            await self.say("CHAT_ACK", id=said["id"])
        return said

    async def until(self, kind, **fields):
        """The next JSON message of that type with these fields; what comes before it is passed over."""
        while True:
            said = await self.read()
            if isinstance(said, dict) and said["type"] == kind and fields.items() <= said.items():
                return said

    async def receive(self):
        """Takes the next file that is offered. Answers with its header and its bytes, once their digest is right."""
        header = await self.until("FILE_HEADER")
        transfer = header["transferId"]
        await self.say("FILE_ACK", transferId=transfer, accepted=True, offset=0)
        content = bytearray()
        while True:
            said = await self.read()
            if isinstance(said, tuple):
                assert said[:2] == (transfer, len(content)), said[:2]
                content += said[2]
                await self.say("FILE_CHUNK_ACK", transferId=transfer, written=len(content))
            elif said["type"] == "FILE_COMPLETE":
                digest = hashlib.sha256(content).hexdigest()
                assert (said["size"], said["sha256"]) == (len(content), digest), said
                await self.say("FILE_VERIFIED", transferId=transfer, sha256=digest)
                return header, bytes(content)

    async def offer(self, name, size):
        transfer = str(uuid.uuid4())
        await self.say("FILE_HEADER", transferId=transfer, name=name, size=size, chunkSize=65536)
        return transfer, await self.until("FILE_ACK", transferId=transfer)

    @staticmethod
    def chunk(transfer, offset, data):
        return struct.pack(">B16sq", 1, uuid.UUID(transfer).bytes, offset) + data
