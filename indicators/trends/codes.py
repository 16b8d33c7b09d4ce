"""Stable codes of the judgements, stored, downloaded and translated in `words`."""

METHOD_VERSION = "1"
"""Version of the method that every judgement carries (endpoint growth with a stable band)."""

RATE = "rate"
POINTS = "points"
MEASURES = (RATE, POINTS)

HIGHER_IS_BETTER = 1
LOWER_IS_BETTER = -1
NO_DIRECTION = 0

IMPROVES_CLEARLY = "improves_clearly"
IMPROVES = "improves"
STABLE = "stable"
WORSENS = "worsens"
WORSENS_CLEARLY = "worsens_clearly"
NOT_ASSESSED = "not_assessed"
TRENDS = (IMPROVES_CLEARLY, IMPROVES, STABLE, WORSENS, WORSENS_CLEARLY, NOT_ASSESSED)
POSITIVE = frozenset({IMPROVES, IMPROVES_CLEARLY})
NEGATIVE = frozenset({WORSENS, WORSENS_CLEARLY})

ROBUST = "yes"
FRAGILE = "no"
UNKNOWN = "unknown"

MET = "met"
ON_TRACK = "on_track"
TOO_SLOW = "too_slow"
FAR_TOO_SLOW = "far_too_slow"
STAGNATES = "stagnates"
MOVES_AWAY = "moves_away"
MISSED = "missed"
TARGET_VERDICTS = (MET, ON_TRACK, TOO_SLOW, FAR_TOO_SLOW, STAGNATES, MOVES_AWAY, MISSED, NOT_ASSESSED)

NO_DESIRED_DIRECTION = "no_desired_direction"
TOO_FEW_OBSERVATIONS = "too_few_observations"
RATE_NEEDS_POSITIVE_VALUES = "rate_needs_positive_values"
REASONS = (NO_DESIRED_DIRECTION, TOO_FEW_OBSERVATIONS, RATE_NEEDS_POSITIVE_VALUES)
