"""The ways in which the programme is shown, each with its key."""

from desktop.domain.errors import N_
from desktop.views.tab import Aspect

LIST, MAP, TIMELINE, MATRIX, COMPARISON = "list", "map", "timeline", "matrix", "comparison"
ASPECTS = (
    Aspect(LIST, N_("Programme as a list"), N_("List"), "Alt+1"),
    Aspect(MAP, N_("Programme with map, or without"), N_("Map"), "Alt+2"),
    Aspect(TIMELINE, N_("Programme as a timeline"), N_("Timeline"), "Alt+3"),
    Aspect(MATRIX, N_("Programme as a matrix"), N_("Matrix"), "Alt+4"),
    Aspect(COMPARISON, N_("Municipalities side by side"), N_("Comparison"), "Alt+5"),
)
