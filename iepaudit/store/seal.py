"""Bytes that only the holder of a key can read: AES-256 in Galois/Counter mode, so that a change is noticed too."""

from __future__ import annotations

import os

KEY_BYTES = 32
_NONCE = 12


class Broken(ValueError):
    """Sealed with another key or for another place, or changed since."""


def seal(key: bytes, data: bytes, place: bytes = b"") -> bytes:
    """`data` encrypted with a fresh nonce; `place` must be named again to open it."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    nonce = os.urandom(_NONCE)
    return nonce + AESGCM(key).encrypt(nonce, data, place)


def unseal(key: bytes, sealed: bytes, place: bytes = b"") -> bytes:
    """What was sealed. Raises Broken."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    try:
        return AESGCM(key).decrypt(sealed[:_NONCE], sealed[_NONCE:], place)
    except (InvalidTag, ValueError):
        raise Broken("cannot be opened") from None
