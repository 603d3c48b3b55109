"""A WebSocket client connection (RFC 6455) as docs/protocol.md has it: the handshake, frames, and a server known by its key."""

import asyncio
import base64
import hashlib
import os
import ssl
from urllib.parse import urlsplit

CONTINUATION, TEXT, BINARY, CLOSE, PING, PONG = 0x0, 0x1, 0x2, 0x8, 0x9, 0xA
GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"  # RFC 6455, section 1.3
MAX_MESSAGE_BYTES = 4 << 20
SILENCE_SECONDS = 45
HANDSHAKE_SECONDS = 15
ABNORMAL, SILENT = 1006, 4408


class Refused(Exception):
    """There is a server, and no connection: its answer, or another key than the one that is trusted."""


class Closed(Exception):
    """The connection has ended. `code` is the one of docs/protocol.md, 1006 if nobody said any."""

    def __init__(self, code, reason=""):
        super().__init__(code, reason)
        self.code, self.reason = code, reason


# --- who the server is -------------------------------------------------------------------------------------------------

def field(der, at):
    """Where the contents of the DER field at that place begin, and where they end."""
    length, begin = der[at + 1], at + 2
    if length & 0x80:
        begin += length & 0x7F
        length = int.from_bytes(der[at + 2:begin], "big")
    return begin, begin + length


def fingerprint(certificate):
    """SHA-256 of the SubjectPublicKeyInfo (RFC 5280, section 4.1): the seventh field of what is signed, after the version."""
    at, _ = field(certificate, 0)
    at, _ = field(certificate, at)
    for _ in range(6):
        _, at = field(certificate, at)
    return hashlib.sha256(certificate[at:field(certificate, at)[1]]).digest()


def tls():
    """TLS that takes any certificate, since the key alone says who it is: connect() compares that before it says a word."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    context.minimum_version = ssl.TLSVersion.TLSv1_3
    return context


# --- the connection ----------------------------------------------------------------------------------------------------

async def connect(url, protocol, trusted=b""):
    """A WebSocket at ws://host:port, or at wss://host:port with the trusted fingerprint, that speaks the sub-protocol."""
    parts = urlsplit(url)
    encrypted = parts.scheme == "wss"
    if parts.scheme not in ("ws", "wss") or not parts.hostname or encrypted != bool(trusted):
        raise Refused("The address has to be ws://host:port, or wss://host:port together with the server's fingerprint.")
    port = parts.port or (443 if encrypted else 80)
    reader, writer = await asyncio.open_connection(parts.hostname, port, ssl=tls() if encrypted else None)
    try:
        if encrypted:
            shown = fingerprint(writer.get_extra_info("ssl_object").getpeercert(binary_form=True))
            if shown != trusted:
                raise Refused(f"This is another server than the one you trust: its fingerprint is {shown.hex()}.")
        await asyncio.wait_for(shake_hands(reader, writer, parts.netloc, protocol), HANDSHAKE_SECONDS)
    except BaseException:
        writer.close()
        raise
    return WebSocket(reader, writer, trusted)


async def shake_hands(reader, writer, host, protocol):
    key = base64.b64encode(os.urandom(16)).decode()
    writer.write((f"GET / HTTP/1.1\r\nHost: {host}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: {key}\r\n"
                  f"Sec-WebSocket-Version: 13\r\nSec-WebSocket-Protocol: {protocol}\r\n\r\n").encode())
    status, *lines = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
    fields = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
    if status.split(" ")[1:2] != ["101"]:
        raise Refused(f"The server says: {status}.")
    accept = base64.b64encode(hashlib.sha1((key + GUID).encode()).digest()).decode()
    if fields.get("sec-websocket-accept") != accept:
        raise Refused("What answers there is no WebSocket server.")
    if fields.get("sec-websocket-protocol") != protocol:
        raise Refused(f"The server does not speak {protocol}; it may be an original Qt server.")


def masked(data, mask):
    key = (mask * (len(data) // 4 + 1))[:len(data)]
    return (int.from_bytes(data, "big") ^ int.from_bytes(key, "big")).to_bytes(len(data), "big")


class WebSocket:
    """Whole messages in and out. PING is answered, and silence noticed, by whoever waits for the next message."""

    def __init__(self, reader, writer, trusted):
        self.reader, self.writer, self.trusted = reader, writer, trusted
        self.turn = asyncio.Lock()

    async def send(self, opcode, payload):
        mask, size = os.urandom(4), len(payload)
        if size < 126:
            head = bytes([0x80 | opcode, 0x80 | size])
        elif size < 1 << 16:
            head = bytes([0x80 | opcode, 0x80 | 126]) + size.to_bytes(2, "big")
        else:
            head = bytes([0x80 | opcode, 0x80 | 127]) + size.to_bytes(8, "big")
        async with self.turn:
            try:
                self.writer.write(head + mask + masked(payload, mask))
                await self.writer.drain()
            except (OSError, ssl.SSLError):
                pass  # Whoever reads learns of the end, and of its code.

    async def receive(self):
        """The next text, as str, or the next binary message, as bytes. Raises Closed at the end."""
        kind, message = None, b""
        while True:
            final, opcode, payload = await self.frame()
            if opcode == PING:
                await self.send(PONG, payload)
            elif opcode == CLOSE:
                await self.end(payload)
            elif opcode != PONG:
                if (opcode == CONTINUATION) == (kind is None) or opcode > BINARY:
                    await self.close(1002)
                kind, message = kind or opcode, message + payload
                if len(message) > MAX_MESSAGE_BYTES:
                    await self.close(1009)
                if final:
                    return await self.text(message) if kind == TEXT else message

    async def frame(self):
        try:
            return await asyncio.wait_for(self.read_frame(), SILENCE_SECONDS)
        except asyncio.TimeoutError:
            await self.close(SILENT)
        except (asyncio.IncompleteReadError, OSError, ssl.SSLError):
            self.writer.close()
            raise Closed(ABNORMAL) from None

    async def read_frame(self):
        first, second = await self.reader.readexactly(2)
        size = second & 0x7F
        if size > 125:
            size = int.from_bytes(await self.reader.readexactly(2 if size == 126 else 8), "big")
        if first & 0x70 or second & 0x80 or first & 0x08 and (size > 125 or not first & 0x80):
            await self.close(1002)
        if size > MAX_MESSAGE_BYTES:
            await self.close(1009)
        return first & 0x80, first & 0x0F, await self.reader.readexactly(size)

    async def text(self, message):
        try:
            return message.decode()
        except UnicodeDecodeError:
            await self.close(1007)

    async def end(self, payload):
        """Answers the server's CLOSE by one with the same code."""
        await self.send(CLOSE, payload[:2])
        self.writer.close()
        raise Closed(int.from_bytes(payload[:2], "big") or 1005, payload[2:].decode(errors="replace"))

    async def close(self, code):
        """Ends the connection from this side, and waits about a second for the answer."""
        await self.send(CLOSE, code.to_bytes(2, "big"))
        try:
            await asyncio.wait_for(self.reader.read(), 1)
        except (asyncio.TimeoutError, OSError, ssl.SSLError):
            pass
        self.writer.close()
        raise Closed(code)
