#!/usr/bin/env python3
"""A small client for a Lamplink server, written from docs/protocol.md alone, with Python's standard library alone (3.9 or newer).

python3 lamplink_client.py ws://127.0.0.1:8080 --name Ann --say hi --save DIR --send FILE

lamplink_websocket.py is the connection, lamplink_pin.py the PIN, lamplink_files.py the files; here is what is said.
"""

import argparse
import asyncio
import json
import sys
import uuid
from datetime import datetime, timezone
from pathlib import Path

import lamplink_pin
from lamplink_files import MAX_CHUNK_BYTES, Incoming, Outgoing, Wrong
from lamplink_websocket import BINARY, PING, TEXT, Closed, Refused, connect

PROTOCOL = "lamplink.v1"
NORMAL, MALFORMED, PIN_NEEDED = 1000, 4400, 4401
PASSING = {1001, 1006, 1011, 1012, 1013, 4408}  # after these codes a client connects again by itself


def show(text):
    """What came over the wire may not steer the terminal."""
    print("".join(c if c.isprintable() or c == "\n" else "\N{REPLACEMENT CHARACTER}" for c in text), flush=True)


def identity(folder):
    """The same one as long as the folder is there: so files go on after this program was ended. Two at once need two folders."""
    if folder is None:
        return str(uuid.uuid4())
    note = folder / ".lamplink" / "identity"
    if not note.exists():
        note.parent.mkdir(parents=True, exist_ok=True)
        note.write_text(str(uuid.uuid4()))
    return str(uuid.UUID(note.read_text()))


class Client:
    """What is to be said and sent, what has come, and one link after another until all of it is done."""

    def __init__(self, options):
        self.options = options
        self.pin = options.pin_file.read_text().strip() if options.pin_file else None
        self.identity = identity(options.save)
        self.texts = [(str(uuid.uuid4()), text) for text in options.say]
        self.unheard = {ident for ident, _ in self.texts}
        self.outgoing = {file.id: file for file in map(Outgoing, options.send)}
        self.incoming, self.seen, self.saved, self.failures = {}, set(), 0, 0

    # --- links ---------------------------------------------------------------------------------------------------------

    async def run(self):
        """Link after link, with longer and longer pauses while there is none."""
        pause, met = 0.5, False
        while True:
            try:
                socket = await connect(self.options.url, PROTOCOL, self.options.fingerprint)
                met, pause = True, 0.5
                await self.link(socket)
            except OSError as problem:
                if not met:
                    raise Refused(f"Nothing answers at {self.options.url}: {problem}.") from None
            except (asyncio.IncompleteReadError, asyncio.TimeoutError):
                if not met:
                    raise Refused(f"What answers at {self.options.url} is no Lamplink server.") from None
            except Closed as end:
                if end.code == NORMAL or end.code not in PASSING:
                    return end
                show(f"* the link was lost ({end.code}); connecting again")
            await asyncio.sleep(pause)
            pause = min(2 * pause, 30)

    async def link(self, socket):
        self.socket, self.server = socket, None
        for file in self.outgoing.values():
            file.new_link()
        tasks = [asyncio.create_task(self.ping())]
        try:
            if self.pin:
                await self.prove_pin()
            await self.say("HELLO", name=self.options.name, version="1", capabilities=["chat", "files"],
                           identity=self.identity)
            while not self.is_done():
                await self.hear(await socket.receive())
            await socket.close(NORMAL)
        except (KeyError, TypeError, ValueError, AttributeError, RecursionError) as problem:
            show(f"* the server says something that makes no sense: {problem!r}")
            await socket.close(MALFORMED)
        finally:
            self.count_lost_texts()
            tasks += [file.task for file in self.outgoing.values() if file.task]
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
            for file in self.incoming.values():
                file.close()
            self.incoming = {}

    async def begin(self, capabilities):
        """Says each text once, and offers, again on each new link, what the server has not verified."""
        for ident, text in self.texts:
            await self.say("CHAT", id=ident, text=text, time=datetime.now(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ"))
        self.texts = []
        for file in self.outgoing.values():
            if not file.ended and "files" in capabilities:
                await self.say("FILE_HEADER", **file.header())
            else:
                self.give_up(file, "not-supported")

    def count_lost_texts(self):
        """What was said and not acknowledged may have arrived or not: only a person can tell whether to say it again."""
        lost = self.unheard - {ident for ident, _ in self.texts}
        if lost:
            self.failures += len(lost)
            self.unheard -= lost
            show(f"* {len(lost)} of your texts may not have arrived")

    def is_done(self):
        """Whether all that was asked for has been done; never, if nothing was."""
        options = self.options
        asked = options.say or options.send or options.texts or options.files
        return (asked and not self.unheard and all(file.ended for file in self.outgoing.values())
                and len(self.seen) >= options.texts and self.saved >= options.files)

    async def ping(self):
        while True:
            await self.socket.send(PING, b"")
            await asyncio.sleep(5)

    async def say(self, kind, **fields):
        await self.socket.send(TEXT, json.dumps({"type": kind, **fields}, ensure_ascii=False).encode())

    async def prove_pin(self):
        """SPAKE2: the PIN stays here, and the server's proof shows that it has it too."""
        if (await self.expect())["type"] != "PIN_ASKED":
            raise Refused("A PIN was given, and this server asks for none. Is it the right one?")
        client = lamplink_pin.Client(self.pin, self.socket.trusted)
        await self.say("PIN_SHARE", share=client.share.hex())
        client.take(bytes.fromhex((await self.expect("PIN_SHARE"))["share"]))
        await self.say("PIN_PROOF", proof=client.proof)
        if (await self.expect("PIN_PROOF"))["proof"].lower() != client.expected:
            raise Refused("This server does not know the PIN.")

    async def expect(self, kind=None):
        message = json.loads(await self.socket.receive())
        if message["type"] == "PIN_REFUSED":
            why = "the PIN is wrong" if message["reason"] == "wrong" else "it takes no PIN now"
            raise Refused(f"The server says: {why}; try again in {message['seconds']} seconds.")
        if kind and message["type"] != kind:
            raise ValueError(message["type"])
        return message

    # --- what comes ----------------------------------------------------------------------------------------------------

    async def hear(self, message):
        if isinstance(message, bytes):
            await self.hear_chunk(message)
            return
        said = json.loads(message)
        answer = self.ANSWERS.get(said["type"])
        if answer:  # a type that is not known is ignored
            await answer(self, said)

    async def hear_hello(self, said):
        if self.server is None:  # a second one is ignored
            self.server = said["name"] or "server"
            show(f"* connected to {self.server}")
            await self.begin(said["capabilities"])

    async def hear_chat(self, said):
        await self.say("CHAT_ACK", id=said["id"])
        if said["id"] not in self.seen:
            self.seen.add(said["id"])
            show(f"{said.get('from') or self.server}: {said['text']}")

    async def hear_chat_ack(self, said):
        self.unheard.discard(said["id"].lower())

    async def hear_file_header(self, said):
        ident = said["transferId"]
        if not self.options.save:
            await self.say("FILE_ACK", transferId=ident, accepted=False, reason="declined")
            return
        try:
            file = self.incoming[ident.lower()] = Incoming(said, self.options.save)
        except OSError as problem:
            await self.say("FILE_ACK", transferId=ident, accepted=False, reason="disk-error", detail=str(problem)[:500])
            return
        show(f"* {file.name}, {file.size} bytes, from {file.written}")
        await self.say("FILE_ACK", transferId=ident, **file.answer())

    async def hear_chunk(self, message):
        """Kind, transfer, offset and data; the acknowledgement follows when they are written."""
        if not message or message[0] == 1 and not 25 < len(message) <= 25 + MAX_CHUNK_BYTES:
            raise ValueError("a chunk of a wrong size")
        file = self.incoming.get(str(uuid.UUID(bytes=message[1:17]))) if message[0] == 1 else None
        if file:
            offset = int.from_bytes(message[17:25], "big")
            await self.end_if_wrong(file, lambda: self.take(file, offset, message[25:]))

    async def take(self, file, offset, data):
        await self.say("FILE_CHUNK_ACK", transferId=file.id, written=file.take(offset, data))

    async def hear_file_complete(self, said):
        file = self.incoming.get(said["transferId"].lower())
        if file:
            await self.end_if_wrong(file, lambda: self.finish(file, said))

    async def finish(self, file, said):
        path = file.finish(said["size"], said["sha256"])
        await self.say("FILE_VERIFIED", transferId=file.id, sha256=said["sha256"].lower())
        del self.incoming[file.id]
        self.saved += 1
        show(f"* saved {path}" if path else f"* {file.name} was here already")

    async def end_if_wrong(self, file, step):
        try:
            await step()
        except (Wrong, OSError) as problem:
            reason = str(problem) if isinstance(problem, Wrong) else "disk-error"
            await self.say("FILE_CANCEL", transferId=file.id, reason=reason)
            self.drop(file, reason)

    def drop(self, file, reason):
        self.incoming.pop(file.id).forget()
        show(f"* {file.name} did not come: {reason}")

    # --- what is said of a file that goes out --------------------------------------------------------------------------

    async def hear_file_ack(self, said):
        file = self.outgoing.get(said["transferId"].lower())
        if file and not said["accepted"]:
            self.give_up(file, said["reason"])
        elif file and not file.task:
            file.task = asyncio.create_task(self.send_file(file, said["offset"], said.get("sha256")))

    async def send_file(self, file, offset, sha256):
        try:
            begin = file.first_byte(offset, sha256)
            show(f"* sending {file.path.name} from {begin}")
            async for offset, data in file.chunks(begin):
                await self.socket.send(BINARY, b"\1" + uuid.UUID(file.id).bytes + offset.to_bytes(8, "big") + data)
            await self.say("FILE_COMPLETE", transferId=file.id, size=file.size, sha256=file.sha256)
        except (Wrong, OSError) as problem:
            reason = str(problem) if isinstance(problem, Wrong) else "source-unreadable"
            await self.say("FILE_CANCEL", transferId=file.id, reason=reason)
            self.give_up(file, reason)

    async def hear_about_outgoing(self, said):
        file = self.outgoing.get(said["transferId"].lower())
        if file:
            file.paused = {"FILE_PAUSE": True, "FILE_RESUME": False}.get(said["type"], file.paused)
            file.acknowledged = said.get("written", file.acknowledged)
            file.news.set()

    async def hear_file_verified(self, said):
        file = self.outgoing.get(said["transferId"].lower())
        if file and not file.ended:
            file.ended = True
            show(f"* delivered {file.path.name}")

    async def hear_file_cancel(self, said):
        ident = said["transferId"].lower()
        if ident in self.incoming:
            self.drop(self.incoming[ident], said["reason"])
        elif ident in self.outgoing:
            self.give_up(self.outgoing[ident], said["reason"])

    def give_up(self, file, reason):
        if not file.ended:
            file.ended = True
            self.failures += 1
            show(f"* {file.path.name} was not delivered: {reason}")
        if file.task and file.task is not asyncio.current_task():
            file.task.cancel()

    ANSWERS = {"HELLO": hear_hello, "CHAT": hear_chat, "CHAT_ACK": hear_chat_ack, "FILE_HEADER": hear_file_header,
               "FILE_ACK": hear_file_ack, "FILE_CHUNK_ACK": hear_about_outgoing, "FILE_PAUSE": hear_about_outgoing,
               "FILE_RESUME": hear_about_outgoing, "FILE_COMPLETE": hear_file_complete,
               "FILE_VERIFIED": hear_file_verified, "FILE_CANCEL": hear_file_cancel}


def options():
    parser = argparse.ArgumentParser(description="Talks to a Lamplink server, and ends when all that is asked for is done.")
    parser.add_argument("url", help="ws://host:port, or wss://host:port with --fingerprint")
    parser.add_argument("--fingerprint", type=bytes.fromhex, default=b"", help="the server's, as 64 hexadecimal digits")
    parser.add_argument("--name", default="a Python script", help="what others see")
    parser.add_argument("--pin-file", type=Path, help="the PIN stands in this file")
    parser.add_argument("--say", action="append", default=[], metavar="TEXT", help="may be repeated")
    parser.add_argument("--send", action="append", default=[], metavar="FILE", help="may be repeated")
    parser.add_argument("--save", type=Path, metavar="DIR", help="take files, and save them here")
    parser.add_argument("--texts", type=int, default=0, metavar="N", help="stay until so many texts have come")
    parser.add_argument("--files", type=int, default=0, metavar="N", help="stay until so many files have been saved")
    return parser.parse_args()


def main():
    try:
        client = Client(options())
        end = asyncio.run(client.run())
    except (Refused, OSError) as problem:
        sys.exit(str(problem))
    except KeyboardInterrupt:
        sys.exit(130)
    why = "a PIN is needed: give it with --pin-file" if end.code == PIN_NEEDED else f"the link has ended: {end.code} {end.reason}"
    sys.exit(0 if client.is_done() and not client.failures else why)


if __name__ == "__main__":
    main()
