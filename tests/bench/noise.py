# SPDX-License-Identifier: MIT
"""noise.py - JPEGs of noise, of any size, made as fast as dice are thrown.

Every coefficient is coded by one bit and followed by seven of its own, so that
a byte is a coefficient: 0 and seven bits by dice. Nothing packs such a
picture, and no two are alike.
"""
import random
import struct

BLOCK = 64  # coefficients, and so bytes, of eight by eight samples


def segment(marker, body):
    return struct.pack(">BBH", 0xFF, marker, len(body) + 2) + body


def huffman(number, length, symbol):
    """A table of one code, of `length` zeros."""
    counts = [0] * 16
    counts[length - 1] = 1
    return segment(0xC4, bytes([number, *counts, symbol]))


def jpeg(seed, side):
    """A picture of side by side blocks in YCbCr: 192 bytes for each."""
    pixels = side * 8
    head = b"\xff\xd8" + segment(0xE0, b"JFIF\0\1\1\1" +
                                 struct.pack(">HH", 300, 300) + b"\0\0")
    head += segment(0xDB, b"\0" + b"\1" * 64)
    head += segment(0xC0, struct.pack(">BHHB", 8, pixels, pixels, 3) +
                    b"\1\x11\0\2\x11\0\3\x11\0")
    head += huffman(0x00, 8, 0)  # of a block's mean: as the one before
    head += huffman(0x10, 1, 7)  # of all others: seven bits follow
    head += segment(0xDA, b"\3\1\0\2\0\3\0\0\x3f\0")
    count = side * side * 3 * BLOCK
    dice = random.Random(seed)
    data = bytearray(dice.randbytes(count).translate(
        bytes(b & 0x7F for b in range(256))))
    data[::BLOCK] = bytes(count // BLOCK)
    return head + bytes(data) + b"\xff\xd9"


def side_for(size):
    """Blocks along a side of a picture of about `size` bytes."""
    return max(1, round((size / (3 * BLOCK)) ** 0.5))
