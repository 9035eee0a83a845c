#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""characterise.py - what inks look like on a paper, as a table (TI3) that a
program for profiles reads.

    characterise.py uncoated|newsprint >FILE.ti3

Nothing here is measured. A paper, its inks and what two or three of them give
over each other are the aims of a standard; how much dots grow is the
standard's curve. Between these stands the model of Neugebauer as Yule and
Nielsen mended it: an area is a mosaic of the solids, each as large as chance
makes it, and light spreads in the paper.
"""
import sys

WHITE = (0.9642, 1.0, 0.8249)  # D50, two degrees

# Lab of the solids, white backing, and growth of a 50 % dot.
CONDITIONS = {
    # ISO 12647-2:2004/Amd 1:2007, paper type 4; curve C for CMY, D for K.
    "uncoated": {
        "name": "FOGRA47",
        "solids": {
            "": (95, 0, -2), "K": (31, 1, 1),
            "C": (60, -26, -44), "M": (56, 61, -1), "Y": (89, -4, 78),
            "MY": (54, 55, 26), "CY": (54, -44, 14), "CM": (38, 8, -31),
            "CMY": (33, 0, 0)},
        "growth": {"C": 0.19, "M": 0.19, "Y": 0.19, "K": 0.22},
    },
    # ISO 12647-3:2005, on a backing of newsprint.
    "newsprint": {
        "name": "IFRA26",
        "solids": {
            "": (82, 0, 3), "K": (36, 1, 4),
            "C": (57, -23, -27), "M": (54, 44, -2), "Y": (78, -3, 58),
            "MY": (52, 41, 25), "CY": (53, -34, 17), "CM": (41, 7, -22),
            "CMY": (40, 0, 1)},
        "growth": {"C": 0.26, "M": 0.26, "Y": 0.26, "K": 0.26},
    },
}

SPREAD = 2.0   # Yule and Nielsen's n: light that leaves beside where it came
TRAP = 0.2     # of an ink's depth is left on full black: wet on wet hardly sticks
# The filter that sees an ink: X, Y or Z.
SEEN = {"C": 0, "M": 1, "Y": 2, "K": 1}


def xyz_of(lab):
    def undo(f):
        return f ** 3 if f > 6 / 29 else (f - 4 / 29) * 3 * (6 / 29) ** 2
    fy = (lab[0] + 16) / 116
    f = (fy + lab[1] / 500, fy, fy - lab[2] / 200)
    return tuple(undo(v) * w for v, w in zip(f, WHITE))


def all_solids(given):
    """The sixteen solids: those with black are black made deeper."""
    solids = {inks: xyz_of(lab) for inks, lab in given.items()}
    paper, black = solids[""], solids["K"]
    for inks in ("C", "M", "Y", "CM", "CY", "MY", "CMY"):
        solids[inks + "K"] = tuple(
            k * (v / p) ** TRAP for k, v, p in zip(black, solids[inks], paper))
    return solids


def mixed(parts):
    """Solids by area, light spread between them."""
    return tuple(sum(area * xyz[i] ** (1 / SPREAD) for area, xyz in parts)
                 ** SPREAD for i in range(3))


def growth_at(tone, middle):
    """The curve of dot growth: nothing at both ends, `middle` at a half, and
    a little steeper in the lights."""
    skew = 1 + 0.25 * (0.5 - tone)
    return 4 * tone * (1 - tone) * middle * skew


def effective_area(tone, ink, solids, middle):
    """The area that makes the mixture as dark as the curve says: density of
    the paper and the solid, dot by Murray and Davies."""
    i = SEEN[ink]
    paper, solid = solids[""], solids[ink]
    seen = tone + growth_at(tone, middle)
    wanted = paper[i] + seen * (solid[i] - paper[i])
    root = 1 / SPREAD
    return ((wanted ** root - paper[i] ** root)
            / (solid[i] ** root - paper[i] ** root))


def colour(tones, solids, growth):
    areas = {ink: effective_area(tones[ink], ink, solids, growth[ink])
             for ink in "CMYK"}
    parts = []
    for inks, xyz in solids.items():
        area = 1.0
        for ink in "CMYK":
            area *= areas[ink] if ink in inks else 1 - areas[ink]
        parts.append((area, xyz))
    return mixed(parts)


def patches():
    steps = (0, 10, 20, 30, 40, 55, 70, 85, 100)
    for ink in range(4):
        for tone in range(5, 100, 5):
            yield tuple(tone if i == ink else 0 for i in range(4))
    for black, of in ((0, steps), (20, steps[::2]), (40, steps[::2]),
                      (60, (0, 20, 40, 70, 100)), (80, (0, 40, 70, 100)),
                      (100, (0, 40, 100))):
        for c in of:
            for m in of:
                for y in of:
                    yield c, m, y, black


def main():
    condition = CONDITIONS[sys.argv[1]]
    solids = all_solids(condition["solids"])
    rows = sorted(set(patches()))
    print("CTI3\n")
    print('DESCRIPTOR "%s, modelled on the aims of its standard"'
          % condition["name"])
    for word, value in (("DEVICE_CLASS", "OUTPUT"),
                        ("COLOR_REP", "CMYK_XYZ")):
        print('KEYWORD "%s"\n%s "%s"' % (word, word, value))
    print("NUMBER_OF_FIELDS 8\nBEGIN_DATA_FORMAT\nSAMPLE_ID CMYK_C CMYK_M "
          "CMYK_Y CMYK_K XYZ_X XYZ_Y XYZ_Z\nEND_DATA_FORMAT")
    print("NUMBER_OF_SETS %d\nBEGIN_DATA" % len(rows))
    for number, row in enumerate(rows, 1):
        tones = {ink: row[i] / 100 for i, ink in enumerate("CMYK")}
        xyz = colour(tones, solids, condition["growth"])
        print("%d %d %d %d %d %.4f %.4f %.4f"
              % ((number,) + row + tuple(v * 100 for v in xyz)))
    print("END_DATA")


if __name__ == "__main__":
    main()
