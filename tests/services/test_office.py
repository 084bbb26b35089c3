"""The logo of the own office: any image a person has, kept as paper needs it."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from desktop.domain.errors import ExpectedError
from desktop.services.office import OfficeDesk


@pytest.fixture
def desk(tmp_path: Path) -> OfficeDesk:
    (tmp_path / "Büro").mkdir()
    return OfficeDesk(tmp_path / "Büro")


def image(path: Path, size: tuple[int, int], mode: str = "RGBA", form: str = "PNG") -> Path:
    Image.new(mode, size, (200, 30, 30, 128)[: len(mode)]).save(path, form)
    return path


def test_a_logo_is_copied_and_no_larger_than_paper_needs(desk: OfficeDesk, tmp_path: Path) -> None:
    source = image(tmp_path / "groß.png", (4000, 1000))
    name = desk.keep_logo(desk.read_image(source))
    source.unlink()
    content = desk.logo(name)
    assert content is not None
    with Image.open(BytesIO(content)) as kept:
        assert (kept.size, kept.mode, kept.format) == ((1200, 300), "RGB", "PNG")


def test_a_photograph_will_do(desk: OfficeDesk, tmp_path: Path) -> None:
    assert desk.read_image(image(tmp_path / "foto.jpg", (300, 200), "RGB", "JPEG"))


@pytest.mark.parametrize("content", [b"", b"GIF89a", b"\x89PNG\r\n\x1a\n garbage", b"<svg onload='x'/>", b"%PDF-1.7"])
def test_what_is_no_image_is_refused_and_the_old_logo_stays(desk: OfficeDesk, tmp_path: Path, content: bytes) -> None:
    name = desk.keep_logo(desk.read_image(image(tmp_path / "alt.png", (10, 10))))
    before = desk.logo(name)
    wrong = tmp_path / "kein Bild.png"
    wrong.write_bytes(content)
    with pytest.raises(ExpectedError):
        desk.read_image(wrong)
    assert desk.logo(name) == before


def test_a_huge_file_and_a_missing_one_are_refused(desk: OfficeDesk, tmp_path: Path) -> None:
    huge = tmp_path / "riesig.png"
    with huge.open("wb") as file:
        file.truncate(20_000_000)
    for wrong in (huge, tmp_path / "fehlt.png", tmp_path):
        with pytest.raises(ExpectedError):
            desk.read_image(wrong)


def test_an_image_of_too_many_pixels_is_refused_before_it_is_drawn(desk: OfficeDesk, tmp_path: Path) -> None:
    bomb = tmp_path / "bombe.png"
    Image.new("1", (20_000, 20_000)).save(bomb, "PNG")
    with pytest.raises(ExpectedError, match="pixels"):
        desk.read_image(bomb)


def test_a_logo_that_is_gone_or_named_oddly_is_no_logo(desk: OfficeDesk, tmp_path: Path) -> None:
    beside = image(tmp_path / "x.png", (10, 10), "RGB")
    (tmp_path / "Büro" / "anderes.png").write_bytes(beside.read_bytes())
    assert desk.logo("logo.png") is None
    for name in ("../x.png", str(beside), "anderes.png", ""):
        assert desk.logo(name) is None
    (tmp_path / "Büro" / "logo.png").write_bytes(beside.read_bytes())
    assert desk.logo("logo.png") is not None


def test_a_logo_that_was_kept_is_read_as_it_lies_there(desk: OfficeDesk, tmp_path: Path) -> None:
    kept = desk.read_image(image(tmp_path / "wappen.jpg", (3000, 1000), "RGB", "JPEG"))
    assert desk.logo(desk.keep_logo(kept)) == kept


@pytest.mark.parametrize(
    ("size", "mode", "form"), [((4000, 10), "RGB", "PNG"), ((9, 9), "RGBA", "PNG"), ((9, 9), "L", "JPEG")]
)
def test_what_somebody_else_put_in_its_place_is_made_fit_for_paper(
    desk: OfficeDesk, tmp_path: Path, size: tuple[int, int], mode: str, form: str
) -> None:
    content = desk.logo(image(tmp_path / "Büro" / "logo.png", size, mode, form).name)
    assert content is not None
    with Image.open(BytesIO(content)) as shown:
        assert (shown.mode, shown.format) == ("RGB", "PNG")
        assert shown.width <= 1200


@pytest.mark.parametrize("part", [slice(0, 60), slice(0, -120), slice(40, None)])
def test_a_damaged_logo_is_none(desk: OfficeDesk, tmp_path: Path, part: slice) -> None:
    whole = desk.read_image(image(tmp_path / "wappen.png", (200, 100)))
    assert desk.logo(desk.keep_logo(whole[part])) is None
