"""EcoIndex of a page (0 to 100, A above 80), as published by the Collectif Conception numérique responsable.

Three quantiles, of the elements of the page, its requests and its weight, with the weights 3, 2 and 1. Quantiles and
formula: documentation of EcoIndex, ecoindex.fr, "Comment ça marche".
"""

from itertools import pairwise

ELEMENTS = (0, 47, 75, 159, 233, 298, 358, 417, 476, 537, 603, 674, 753, 843, 949, 1076, 1237, 1459, 1801, 2479, 594601)
REQUESTS = (0, 2, 15, 25, 34, 42, 49, 56, 63, 70, 78, 86, 95, 105, 117, 130, 147, 170, 205, 281, 3920)
KILOBYTES = (
    *(0, 1.37, 144.7, 319.53, 479.46, 631.97, 783.38, 937.91, 1098.62, 1265.47, 1448.32),
    *(1648.27, 1876.08, 2142.06, 2465.37, 2866.31, 3401.59, 4155.73, 5400.08, 8037.54, 223212.26),
)


def quantile(limits: tuple[float, ...], value: float) -> float:
    """Where the value lies among the limits, between two of them in proportion."""
    for rank, (low, high) in enumerate(pairwise(limits)):
        if value < high:
            return rank + (value - low) / (high - low)
    return len(limits) - 1


def ecoindex(elements: int, requests: int, kilobytes: float) -> float:
    """EcoIndex of a page: elements without the children of SVG, requests, thousands of bytes on the wire."""
    parts = 3 * quantile(ELEMENTS, elements) + 2 * quantile(REQUESTS, requests) + quantile(KILOBYTES, kilobytes)
    return 100 - 5 * parts / 6
