"""By what docs/protocol.md tells a server: the SHA-256 of the public key in its certificate, whoever has signed that."""

import asyncio
import ssl

from lamplink_websocket import fingerprint as of


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
