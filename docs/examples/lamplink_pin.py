"""Proving a PIN as docs/protocol.md describes it: SPAKE2 (RFC 9382) on P-256, in whole numbers and without any library."""
import hashlib
import hmac
import secrets

P = 0xFFFFFFFF00000001000000000000000000000000FFFFFFFFFFFFFFFFFFFFFFFF
B = 0x5AC635D8AA3A93E7B3EBBD55769886BC651D06B0CC53B0F63BCE3C3E27D2604B
ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
G = (0x6B17D1F2E12C4247F8BCE6E563A440F277037D812DEB33A0F4A13945D898C296,
     0x4FE342E2FE1A7F9B8EE7EB4A7C0F9E162BCE33576B315ECECBB6406837BF51F5)


def unpacked(text):
    """The point whose short form is given (SEC 1, section 2.3.4)."""
    x = int(text[2:], 16)
    y = pow(x ** 3 - 3 * x + B, (P + 1) // 4, P)
    return x, y if y % 2 == int(text[:2], 16) % 2 else P - y


M = unpacked("02886e2f97ace46e55ba9dd7242579f2993b64e16ef3dcab95afd497333d8fa12f")
N = unpacked("03d8bbd6c639c62937b04d997f38c3770719c629d7014d49a24b4f98baa1292b49")


def plus(a, b):
    """The sum of two points; None is the point at infinity."""
    if a is None or b is None:
        return a or b
    if a[0] == b[0]:
        if (a[1] + b[1]) % P == 0:
            return None
        slope = (3 * a[0] ** 2 - 3) * pow(2 * a[1], -1, P)
    else:
        slope = (b[1] - a[1]) * pow(b[0] - a[0], -1, P)
    x = (slope ** 2 - a[0] - b[0]) % P
    return x, (slope * (a[0] - x) - a[1]) % P


def times(factor, point):
    product = None
    while factor:
        if factor & 1:
            product = plus(product, point)
        point = plus(point, point)
        factor >>= 1
    return product


def packed(point):
    """The bytes of a point: 04, then both numbers (SEC 1, section 2.3.3)."""
    return b"\x04" + point[0].to_bytes(32, "big") + point[1].to_bytes(32, "big")


def hkdf(key, info, length):
    """HKDF-SHA256 (RFC 5869) without salt."""
    mixed = hmac.new(bytes(32), key, hashlib.sha256).digest()
    out = block = b""
    while len(out) < length:
        block = hmac.new(mixed, block + info + bytes([len(out) // 32 + 1]), hashlib.sha256).digest()
        out += block
    return out[:length]


class Client:
    """The client's side of one run."""

    def __init__(self, pin, binding=b"", secret=None):
        self.w = int.from_bytes(hkdf(pin.encode(), b"lamplink.v1 PIN", 40), "big") % ORDER
        self.x = secret or 1 + secrets.randbelow(ORDER - 1)
        self.binding = binding
        self.share = packed(plus(times(self.x, G), times(self.w, M)))

    def take(self, theirs):
        """Takes the server's share; afterwards there are `proof`, to be sent, and `expected`."""
        point = int.from_bytes(theirs[1:33], "big"), int.from_bytes(theirs[33:], "big")
        on_curve = (point[1] ** 2 - point[0] ** 3 + 3 * point[0] - B) % P == 0
        if len(theirs) != 65 or theirs[0] != 4 or max(point) >= P or not on_curve:
            raise ValueError("The server's share is no point of the curve.")
        minus = times(self.w, N)
        common = times(self.x, plus(point, (minus[0], P - minus[1])))
        if common is None:
            raise ValueError("The server's share leads to no secret.")
        parts = [b"lamplink.v1 client", b"lamplink.v1 server", self.share, theirs, packed(common),
                 self.w.to_bytes(32, "big")]
        transcript = b"".join(len(part).to_bytes(8, "little") + part for part in parts)
        key = hashlib.sha256(transcript).digest()[16:]
        keys = hkdf(key, b"ConfirmationKeys" + self.binding, 32)
        self.proof = hmac.new(keys[:16], transcript, hashlib.sha256).hexdigest()
        self.expected = hmac.new(keys[16:], transcript, hashlib.sha256).hexdigest()
