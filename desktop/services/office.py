"""The own office: its logo is checked and kept beside the data."""

from io import BytesIO
from pathlib import Path

from desktop.domain.errors import N_, ExpectedError
from desktop.policy.rules import LOGO as OF_POLICY
from desktop.whole_file import write_whole

LOGO = "logo.png"
_MAX_BYTES = 10_000_000
_MOST_PIXELS = 40_000_000
_WIDTH, _HEIGHT = 1200, 600
_FORMATS = ("PNG", "JPEG")


class OfficeDesk:
    """Takes an image from anywhere and keeps what paper needs of it; `laid_down` is the logo of a policy."""

    def __init__(self, folder: Path, laid_down: Path | None = None) -> None:
        self._folder = folder
        self._laid_down = laid_down
        self._made: tuple[bytes, bytes] | None = None

    def read_image(self, path: Path) -> bytes:
        """An image as the PNG that a logo may be; raises `ExpectedError`."""
        return _as_png(_content(path))

    def keep_logo(self, content: bytes) -> str:
        """Keep what `read_image` gave as the logo; its name in the folder of the data. Raises `FileWriteError`."""
        write_whole(self._folder / LOGO, content)
        return LOGO

    def logo(self, name: str) -> bytes | None:
        """The image of that name as PNG; nothing where it is gone or damaged."""
        try:
            if name == OF_POLICY and self._laid_down is not None:
                return self._of_policy(_content(self._laid_down))
            if name != LOGO:
                return None
            content = _content(self._folder / name)
            return content if _is_kept(content) else _as_png(content)
        except ExpectedError:
            return None

    def _of_policy(self, content: bytes) -> bytes:
        """The image as paper needs it, made once as long as it is the same."""
        if self._made is None or self._made[0] != content:
            self._made = (content, _as_png(content))
        return self._made[1]


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            content = file.read(_MAX_BYTES + 1)
    except OSError as error:
        raise ExpectedError(N_("The image {path} cannot be read."), path=path) from error
    if len(content) > _MAX_BYTES:
        raise ExpectedError(N_("The image is too large. Please choose one of less than 10 MB."))
    return content


def _is_kept(content: bytes) -> bool:
    """Whether an image is as `read_image` gives it; to make it once more takes a quarter of a second."""
    from PIL import Image

    try:
        with Image.open(BytesIO(content), formats=("PNG",)) as image:
            is_fit = image.mode == "RGB" and image.width <= _WIDTH and image.height <= _HEIGHT
            image.verify()
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return False
    return is_fit


def _as_png(content: bytes) -> bytes:
    """The image again, as a PNG of its own that holds nothing but pixels, no larger than paper needs."""
    from PIL import Image, ImageOps, UnidentifiedImageError

    try:
        with Image.open(BytesIO(content), formats=_FORMATS) as image:
            if image.width * image.height > _MOST_PIXELS:
                raise Image.DecompressionBombError
            upright = ImageOps.exif_transpose(image)
            if upright.mode.startswith("I"):  # 16 bits of grey, which would all become white
                upright = upright.convert("I").point(lambda value: value / 256).convert("L")
            drawn = upright.convert("RGBA")
    except Image.DecompressionBombError as error:
        raise ExpectedError(N_("The image has too many pixels. Please choose a smaller one.")) from error
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError) as error:
        raise ExpectedError(N_("This is no image that can be printed. Please choose a PNG or JPEG file.")) from error
    drawn.thumbnail((_WIDTH, _HEIGHT))
    ground = Image.new("RGB", drawn.size, "white")  # PDF/A allows transparency, printers do not all
    ground.paste(drawn, mask=drawn.getchannel("A"))
    target = BytesIO()
    ground.save(target, "PNG", optimize=True)
    return target.getvalue()
