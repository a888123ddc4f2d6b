"""Reading pictures of ink: as ink is read, with a format and never a value. Nothing of a picture is kept."""

from quizzes.services.reading import acceptor_of, get_reader
from recognizer.picture import Picture
from recognizer.reader import Reading


def read_picture(*, data: bytes, format: str) -> Reading:
    """The reading of a PNG or JPEG. Raises PictureRefused, UnknownFormat, WeightsMissing, WeightsAltered."""
    return get_reader().read_picture(Picture.from_bytes(data), acceptor_of(format))
