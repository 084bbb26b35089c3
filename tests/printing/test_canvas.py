"""Nothing reaches paper that a screen reader could miss without knowing that it may."""

from collections.abc import Callable
from io import BytesIO

import pytest

from desktop.printing import fonts
from desktop.printing.canvas import Artifact, SheetCanvas
from desktop.printing.metadata import Metadata
from desktop.printing.structure import Element, Scope, Tag, head, heading
from desktop.printing.tagged_text import UntaggedTextError
from tests.support.accessibility import faults
from tests.support.paper import TODAY
from tests.support.tagged import Tagged

Drawing = Callable[[SheetCanvas], None]


def _drawn(*drawings: Drawing) -> bytes:
    """A file of one page."""
    target = BytesIO()
    canvas = SheetCanvas(target, Metadata(title="Blatt", subject="Probe", language="de", day=TODAY))
    canvas.setFont(fonts.REGULAR, 10)
    for draw in drawings:
        draw(canvas)
    canvas.save()
    return target.getvalue()


def _words(text: str, *elements: Element) -> Drawing:
    def draw(canvas: SheetCanvas) -> None:
        if elements:
            with canvas.within(elements[0]):
                _words(text, *elements[1:])(canvas)
        else:
            canvas.drawString(100, 100, text)

    return draw


def test_words_that_belong_to_nothing_are_refused() -> None:
    with pytest.raises(UntaggedTextError):
        _drawn(_words("lose"))


@pytest.mark.parametrize("tag", [Tag.SECTION, Tag.LIST, Tag.ITEM, Tag.TABLE, Tag.ROW])
def test_words_in_what_only_holds_other_elements_are_refused(tag: Tag) -> None:
    with pytest.raises(UntaggedTextError):
        _drawn(_words("lose", Element(tag)))


def test_words_written_past_the_canvas_are_refused() -> None:
    with pytest.raises(UntaggedTextError):
        _drawn(lambda canvas: canvas.addLiteral("BT /F1 10 Tf (lose) Tj ET"))


def test_words_for_the_eye_alone_are_drawn_and_not_read() -> None:
    def draw(canvas: SheetCanvas) -> None:
        with canvas.artifact(Artifact.HEADER):
            _words("Kopf", Element(Tag.PARAGRAPH))(canvas)

    file = Tagged(_drawn(draw, _words("Text", Element(Tag.PARAGRAPH))))
    assert (file.text, file.artifacts) == ("Text", "Kopf")


@pytest.mark.parametrize(
    "draw",
    [
        lambda canvas: canvas.line(1, 1, 9, 9),
        lambda canvas: canvas.rect(1, 1, 9, 9, fill=1),
        lambda canvas: canvas.circle(50, 50, 9),
        lambda canvas: canvas.grid([10, 20], [10, 20]),
    ],
)
def test_lines_and_areas_are_for_the_eye_alone(draw: Drawing) -> None:
    pdf = _drawn(_words("Titel", heading(0)), draw)
    assert faults(pdf) == []
    assert [mark.tag for mark in Tagged(pdf).contents[0].marks] == ["H1", "Artifact"]


def test_a_figure_is_one_element_with_its_words() -> None:
    def draw(canvas: SheetCanvas) -> None:
        with canvas.figure(Element(Tag.FIGURE, alternative="Ein Kreis"), (10, 10, 60, 60)):
            canvas.circle(35, 35, 20)
            canvas.line(10, 10, 60, 60)

    pdf = _drawn(draw)
    assert faults(pdf) == []
    (figure,) = Tagged(pdf).find("Figure")
    assert str(figure.source["/Alt"]) == "Ein Kreis"


@pytest.mark.parametrize("alternative", [None, "", "  "])
def test_a_figure_without_words_cannot_be_made(alternative: str | None) -> None:
    with pytest.raises(ValueError, match="alternative text"):
        Element(Tag.FIGURE, alternative=alternative)


def test_an_element_that_holds_nothing_is_left_out_but_an_empty_cell_is_not() -> None:
    def draw(canvas: SheetCanvas) -> None:
        with canvas.within(Element(Tag.TABLE)), canvas.within(Element(Tag.ROW)):
            _words("Name", head(Scope.ROW))(canvas)
            with canvas.within(Element(Tag.CELL)):
                pass
        with canvas.within(Element(Tag.SECTION)), canvas.within(Element(Tag.PARAGRAPH)):
            pass

    tags = [node.tag for node in Tagged(_drawn(draw)).root.walk()]
    assert tags == ["Document", "Table", "TR", "TH", "TD"]


def test_what_goes_on_after_a_page_break_is_still_the_same_element() -> None:
    paragraph = Element(Tag.PARAGRAPH)
    pdf = _drawn(
        _words("Anfang ", paragraph),
        lambda canvas: canvas.showPage(),
        lambda canvas: canvas.setFont(fonts.REGULAR, 10),
        _words("und Ende", paragraph),
    )
    assert faults(pdf) == []
    assert Tagged(pdf).read_aloud() == ["P Anfang und Ende"]
