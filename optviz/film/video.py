"""MP4: H.264 in the colours of HD television, from planes that change where the film does.

Sources: Recommendation ITU-R BT.709-6, 2015; Recommendation ITU-T H.273, for the limited range.
"""

import errno
import os
import signal
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from fractions import Fraction
from os import PathLike, fspath
from typing import IO

import numpy as np
from numpy.typing import NDArray

from optviz.film.film import Colours, Film
from optviz.film.palette import channels
from optviz.film.ticks import Progress, check_film, showings
from optviz.film.timing import SLOWEST

Floats = NDArray[np.float32]
Bytes = NDArray[np.uint8]

# Red, green and blue, 0 to 255, to luma 16 to 235 and two chromas 16 to 240.
RED, GREEN, BLUE = 0.2126, 0.7152, 0.0722
LUMA = np.array([RED, GREEN, BLUE]) * 219 / 255
CB = np.array([-RED, -GREEN, 1 - BLUE]) / (2 - 2 * BLUE) * 224 / 255
CR = np.array([1 - RED, -GREEN, -BLUE]) / (2 - 2 * RED) * 224 / 255

FASTEST = 1000  # frames a second; MP4 knows more, but no screen shows them
TAGS = "-color_range tv -colorspace bt709 -color_primaries bt709 -color_trc bt709"
H264 = "-c:v libx264 -preset veryfast -crf 18 -tune animation -pix_fmt yuv420p"


def write_mp4(
    film: Film, path: str | PathLike[str], fps: float = 30, progress: Progress | None = None
) -> None:
    """Write a film as an MP4 of constant frame rate; every frame is held for its seconds.

    H.264 with half the resolution in colour (yuv420p), which every player shows. It needs even
    sizes: a film of odd width or height gets its last column or row twice. Frames shorter than
    1 / fps give their time to the next.

    Args:
        film: at least one frame.
        path: where the file is written.
        fps: frames in a second.
        progress: called as progress(done, total) with counts of frames; may raise to cancel.

    Raises:
        ValueError: a film without frames or with transparent ones, a rate out of range, or
            imageio-ffmpeg, which brings the encoder, is not installed.
        RuntimeError: ffmpeg could not write the file; the message says what it says.
    """
    check_film(film, opaque=True)
    if not SLOWEST <= fps <= FASTEST:
        raise ValueError(f"fps = {fps} is not possible: give {SLOWEST} to {FASTEST:,}")
    total = len(film.frames)
    if progress:
        progress(0, total)
    planes = Planes(film.first)
    with ffmpeg(planes.size, fps, path) as pipe:
        for showing in showings(film, fps, 1):
            planes.change(showing.places, showing.colours)
            for _ in range(showing.ticks):
                pipe.write(planes.data.data)
            if progress:
                progress(showing.done, total)


class Planes:
    """A picture as the three planes of yuv420p, padded to even sizes.

    Attributes:
        data: luma, Cb and Cr one after another, as ffmpeg reads them.
    """

    def __init__(self, picture: Colours) -> None:
        height, width = self.shape = picture.shape
        self.even = (height + height % 2, width + width % 2)
        luma = self.even[0] * self.even[1]
        self.data = np.empty(luma * 3 // 2, np.uint8)
        self.luma = self.data[:luma].reshape(self.even)
        self.chroma = self.data[luma:].reshape(2, -1)
        self.picture = picture.copy()
        # Row by row, so that the whole picture is never in floating point.
        for row in range(0, height, 2):
            stop = min(row + 2, height) * width
            places = np.arange(row * width, stop)
            self.change(places, self.picture.ravel()[places])

    @property
    def size(self) -> tuple[int, int]:
        """Width and height, both even."""
        return self.even[1], self.even[0]

    def change(self, places: NDArray[np.intp], colours: Colours) -> None:
        """Give these positions of the flattened picture these colours; the last counts."""
        if not len(places):
            return
        self.picture.ravel()[places] = colours
        rows, columns = np.divmod(places, self.shape[1])
        luma = channels(colours) @ LUMA + 16
        self.luma[rows, columns] = np.rint(luma)
        self.luma[self.shape[0] :] = self.luma[self.shape[0] - 1]
        self.luma[:, self.shape[1] :] = self.luma[:, self.shape[1] - 1 : self.shape[1]]
        self.change_chroma(np.unique(rows // 2 * (self.even[1] // 2) + columns // 2))

    def change_chroma(self, cells: NDArray[np.intp]) -> None:
        """Compute the chroma of these cells of two by two pixels again."""
        rows, columns = np.divmod(cells, self.even[1] // 2)
        height, width = self.shape
        mean = np.zeros((len(cells), 3))
        for down in (0, 1):
            for right in (0, 1):
                place = np.minimum(2 * rows + down, height - 1) * width
                place += np.minimum(2 * columns + right, width - 1)
                mean += channels(self.picture.ravel()[place])
        mean /= 4
        self.chroma[0, cells] = np.rint(mean @ CB + 128)
        self.chroma[1, cells] = np.rint(mean @ CR + 128)


@contextmanager
def ffmpeg(size: tuple[int, int], fps: float, path: str | PathLike[str]) -> Iterator[IO[bytes]]:
    """ffmpeg, waiting for planes; ended when the block ends, whichever way."""
    command = [program(), *arguments(size, fps), "-y", f"file:{fspath(path)}"]
    pipe = subprocess.PIPE
    process = subprocess.Popen(command, stdin=pipe, stdout=subprocess.DEVNULL, stderr=pipe)
    assert process.stdin is not None
    assert process.stderr is not None
    said: list[bytes] = []  # read all the while: it would stop where nobody reads
    reader = threading.Thread(target=said.extend, args=[process.stderr], daemon=True)
    reader.start()
    try:
        yield process.stdin
        process.stdin.close()
    except OSError:
        # Either ffmpeg went away and says why, or the error is not about it.
        close_quietly(process.stdin)
        if process.wait() == 0:
            raise
    except BaseException:
        process.kill()
        raise
    finally:
        close_quietly(process.stdin)
        process.wait()
        reader.join()
        process.stderr.close()
    if process.returncode:
        words = b"".join(said).decode(errors="replace").replace(f"file:{fspath(path)}: ", "")
        raise failed(words.strip().splitlines(), process.returncode)


def failed(lines: list[str], code: int) -> OSError | RuntimeError:
    """Why ffmpeg did not write the film, from what it said and the code it ended with."""
    numbers = [errno.ENOSPC, errno.EDQUOT, errno.EFBIG]
    found = [each for each in numbers if any(os.strerror(each) in line for line in lines)]
    if code == -getattr(signal, "SIGXFSZ", 0):  # Windows has no such signal, and no code 0 fails
        found = [errno.EFBIG]
    if found:
        return OSError(found[0], os.strerror(found[0]))
    last = lines[-1] if lines else f"it ended with code {code}"
    return RuntimeError(f"ffmpeg could not write the film: {last}")


def close_quietly(pipe: IO[bytes]) -> None:
    """Close a pipe that may be broken: what it still holds is not wanted."""
    with suppress(OSError):
        pipe.close()


def program() -> str:
    """Where imageio-ffmpeg keeps its ffmpeg, or a ValueError that says what to install."""
    try:
        from imageio_ffmpeg import get_ffmpeg_exe  # noqa: PLC0415, only MP4 needs it

        return str(get_ffmpeg_exe())
    except (ImportError, RuntimeError):
        raise ValueError(
            "MP4 needs ffmpeg: install it with `python -m pip install imageio-ffmpeg`"
        ) from None


def arguments(size: tuple[int, int], fps: float) -> list[str]:
    """What ffmpeg is told: planes from the pipe at this rate, out as H.264 that starts at once."""
    width, height = size
    rate = str(Fraction(fps).limit_denominator(1001))
    planes = ["-f", "rawvideo", "-pix_fmt", "yuv420p", "-s", f"{width}x{height}", "-r", rate]
    said = ["-hide_banner", "-nostdin", "-loglevel", "error"]
    start = ["-movflags", "+faststart", "-f", "mp4"]
    tags = TAGS.split()
    return [*said, *planes, *tags, "-i", "-", "-an", *H264.split(), *tags, "-r", rate, *start]
