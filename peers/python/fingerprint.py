"""By what docs/protocol.md tells a server: the SHA-256 of the public key in its certificate, whoever has signed that."""

import asyncio
import hashlib
import ssl


def field(der, at):
    """Where the contents of the DER field at that place begin, and where they end."""
    length, begin = der[at + 1], at + 2
    if length & 0x80:
        begin += length & 0x7F
        length = int.from_bytes(der[at + 2:begin], "big")
    return begin, begin + length


def public_key(certificate):
    """The SubjectPublicKeyInfo (RFC 5280, section 4.1): the seventh field of what is signed, counting the version."""
    at, _ = field(certificate, 0)
    at, _ = field(certificate, at)
    for _ in range(6):
        _, at = field(certificate, at)
    return certificate[at:field(certificate, at)[1]]


def of(certificate):
    return hashlib.sha256(public_key(certificate)).digest()


class WrongServer(Exception):
    """There is another server than the one that is trusted. Nothing was said to it."""


async def trusting(host, port, fingerprint):
    """TLS with the server there and nobody else, if it has that fingerprint."""
    shown = await asyncio.to_thread(ssl.get_server_certificate, (host, port))
    certificate = ssl.PEM_cert_to_DER_cert(shown)
    if of(certificate) != fingerprint:
        raise WrongServer(of(certificate).hex())
    tls = ssl.create_default_context(cadata=certificate)
    tls.check_hostname = False  # The certificate names no address: the key alone says who it is.
    return tls
