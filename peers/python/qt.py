"""The wire of the original Qt programs by docs/protocol.md: QDataStream values in binary messages."""

import struct


def string(text):
    units = text.encode("utf-16-be")
    return struct.pack(">I", len(units)) + units


def read_string(message, at):
    (length,) = struct.unpack_from(">I", message, at)
    return message[at + 4:at + 4 + length].decode("utf-16-be"), at + 4 + length


FILE_CHUNK_ACK = string("FILE_CHUNK_ACK")


async def receive(next_message, send):
    """Takes the next file. Answers with its name and its bytes. Texts in between are passed over."""
    name, size, content = None, 0, bytearray()
    while name is None or len(content) < size:
        message = await next_message()
        if isinstance(message, str):
            continue
        kind, at = read_string(message, 0)
        if kind == "FILE_HEADER":
            name, at = read_string(message, at)
            (size,) = struct.unpack_from(">q", message, at)
            await send(string("FILE_ACK") + string(name))
        elif kind == "FILE_CHUNK":
            (length,) = struct.unpack_from(">I", message, at)
            content += message[at + 4:at + 4 + length]
            await send(FILE_CHUNK_ACK)
    return name, bytes(content)
