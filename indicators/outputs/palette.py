"""The light colours of the style sheet: images and documents never turn dark. A test keeps them equal to its tokens."""

PAPER = "#fff"
INK = "#10222b"
INK_2 = "#46575f"
RULE = "#ccd7da"
EDGE = "#71838b"
LOIRE = "#0b57c2"
CMP = "#7d8e96"
UP = "#00695c"
DOWN = "#b23a12"
FLAT = "#52636b"
NONE = "#5d6d75"
HIGHLIGHT = "#ffe37a"

SIGN_COLOURS = {
    "up2": UP,
    "up": UP,
    "flat": FLAT,
    "down": DOWN,
    "down2": DOWN,
    "nodata": NONE,
    "ok": UP,
    "slow": INK,
    "late": DOWN,
}
"""By the sign of a verdict (`indicators.wording.verdicts`)."""

GOALS = {
    1: ("#e5243b", PAPER),
    2: ("#dda63a", INK),
    3: ("#4c9f38", INK),
    4: ("#c5192d", PAPER),
    5: ("#ff3a21", INK),
    6: ("#26bde2", INK),
    7: ("#fcc30b", INK),
    8: ("#a21942", PAPER),
    9: ("#fd6925", INK),
    10: ("#dd1367", PAPER),
    11: ("#fd9d24", INK),
    12: ("#bf8b2e", INK),
    13: ("#3f7e44", PAPER),
    14: ("#0a97d9", INK),
    15: ("#56c02b", INK),
    16: ("#00689d", PAPER),
    17: ("#19486a", PAPER),
}
"""The official colour of each goal, and the colour of the text that is read on it."""
