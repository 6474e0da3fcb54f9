"""How each type of entity looks: a shape, a fill and a colour, so that none rests on colour alone.

Colours are those of Okabe and Ito (2008), which people with any colour vision can tell apart. Seven shapes,
filled or hollow, give every type a look of its own in black and white too.
"""

from dataclasses import dataclass

__all__ = ["LOOKS", "SHAPES", "Look", "theme_css"]

_BLUE, _SKY, _GREEN, _YELLOW = "#0072b2", "#56b4e9", "#009e73", "#f0e442"
_ORANGE, _VERMILION, _PURPLE, _GREY = "#e69f00", "#d55e00", "#cc79a7", "#888888"


@dataclass(frozen=True, slots=True)
class Look:
    """The look of one type.

    Parameters
    ----------
    shape : str
        One of :data:`SHAPES`, under the name that vis-network gives it.
    colour : str
        ``#rrggbb``.
    hollow : bool
        Whether only the outline is coloured.
    """

    shape: str
    colour: str
    hollow: bool = False


LOOKS = {
    "Organisation": Look("dot", _BLUE),
    "Network": Look("hexagon", _ORANGE),
    "Body": Look("square", _GREEN),
    "Agreement": Look("diamond", _VERMILION),
    "Instrument": Look("triangle", _PURPLE),
    "Publication": Look("triangle", _PURPLE, hollow=True),
    "System": Look("square", _SKY, hollow=True),
    "Programme": Look("triangleDown", _SKY),
    "Event": Look("star", _YELLOW),
    "Person": Look("dot", _GREY, hollow=True),
    "Goal": Look("hexagon", _GREEN, hollow=True),
    "Topic": Look("diamond", _VERMILION, hollow=True),
    "Place": Look("triangleDown", _GREY, hollow=True),
}
"""The look of every type, in the order of the legend."""

SHAPES = {
    "dot": "M8 2a6 6 0 1 0 0 12a6 6 0 1 0 0-12z",
    "hexagon": "M5 2.8h6l3 5.2l-3 5.2h-6l-3-5.2z",
    "square": "M2.8 2.8h10.4v10.4h-10.4z",
    "diamond": "M8 1.5l6.5 6.5l-6.5 6.5l-6.5-6.5z",
    "triangle": "M8 2l6.5 11.5h-13z",
    "triangleDown": "M8 14l-6.5-11.5h13z",
    "star": "M8 1l2 4.7l5 .4l-3.8 3.3l1.2 5l-4.4-2.7l-4.4 2.7l1.2-5l-3.8-3.3l5-.4z",
}
"""The same shapes as SVG paths in a box of 16 by 16, for the legend."""


def _mix(colour: str, other: int, share: float) -> str:
    """Move a colour towards black (0) or white (255)."""
    parts = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return "#" + "".join(f"{round(part * (1 - share) + other * share):02x}" for part in parts)


def theme_css(dark: bool) -> str:
    """Custom properties ``--fill-TYPE`` and ``--line-TYPE`` for one theme.

    Outlines are darker than the fill on a light ground and lighter on a dark one: pale fills keep an edge.

    Examples
    --------
    >>> theme_css(dark=False).split(";")[0]
    '--fill-Organisation:#0072b2'
    """
    rules = []
    for name, look in LOOKS.items():
        line = _mix(look.colour, 255, 0.35) if dark else _mix(look.colour, 0, 0.35)
        fill = "var(--ground)" if look.hollow else look.colour
        rules.append(f"--fill-{name}:{fill};--line-{name}:{line}")
    return ";".join(rules)
