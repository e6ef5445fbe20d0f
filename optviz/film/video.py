"""MP4 and WebM: H.264 or AV1 in the colours of HD television, from planes that change as films do.

Sources: Recommendation ITU-R BT.709-6, 2015; Recommendation ITU-T H.273, for the limited range.
"""

import errno
import os
import signal
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
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


@dataclass(frozen=True)
class Codec:
    """How a video is compressed.

    Attributes:
        name: of the files, for sentences.
        encoder: ffmpeg's name of it.
        options: what else the encoder is told.
        quality: its constant rate factor, of which less is better and larger.
        container: what ffmpeg is told of the file.
    """

    name: str
    encoder: str
    options: str
    quality: int
    container: str


H264 = Codec(
    "MP4", "libx264", "-preset veryfast -tune animation", 18, "-movflags +faststart -f mp4"
)
# With the tools for pictures that a computer drew (scm). VP9 would take five times as long.
AV1 = Codec("WebM", "libsvtav1", "-preset 8 -svtav1-params scm=1", 40, "-fflags +bitexact -f webm")


def write_mp4(
    film: Film,
    path: str | PathLike[str],
    fps: float = 30,
    progress: Progress | None = None,
    quality: int = H264.quality,
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
        quality: the constant rate factor, 0 to 51; less is better and larger.

    Raises:
        ValueError: a film without frames or with transparent ones, a rate out of range, or
            imageio-ffmpeg, which brings the encoder, is not installed.
        RuntimeError: ffmpeg could not write the file; the message says what it says.
    """
    write_video(film, path, fps, progress, H264, quality)


def write_webm(
    film: Film,
    path: str | PathLike[str],
    fps: float = 30,
    progress: Progress | None = None,
    quality: int = AV1.quality,
) -> None:
    """Write a film as a WebM of constant frame rate, in AV1: a quarter smaller than MP4.

    Chrome, Edge and Firefox show it; Safari where the machine has a decoder for AV1.

    Args:
        film: at least one frame.
        path: where the file is written.
        fps: frames in a second.
        progress: called as progress(done, total) with counts of frames; may raise to cancel.
        quality: the constant rate factor, 1 to 63; less is better and larger.

    Raises:
        ValueError: as `write_mp4`, or the ffmpeg there is has no encoder for AV1.
        RuntimeError: ffmpeg could not write the file; the message says what it says.
    """
    write_video(film, path, fps, progress, AV1, quality)


def write_video(
    film: Film,
    path: str | PathLike[str],
    fps: float,
    progress: Progress | None,
    codec: Codec,
    quality: int,
) -> None:
    """Write a film in a codec; arguments and errors as in `write_mp4`."""
    check_film(film, opaque=True)
    if not SLOWEST <= fps <= FASTEST:
        raise ValueError(f"fps = {fps} is not possible: give {SLOWEST} to {FASTEST:,}")
    total = len(film.frames)
    if progress:
        progress(0, total)
    planes = Planes(film.first)
    command = [program(codec), *arguments(planes.size, fps, codec, quality)]
    with ffmpeg(command, path) as pipe:
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
def ffmpeg(command: list[str], path: str | PathLike[str]) -> Iterator[IO[bytes]]:
    """ffmpeg, waiting for planes; ended when the block ends, whichever way."""
    pipe, nowhere = subprocess.PIPE, subprocess.DEVNULL
    whole = [*command, "-y", f"file:{fspath(path)}"]
    told = {**os.environ, "SVT_LOG": "1"}  # else AV1's encoder tells of itself where errors stand
    process = subprocess.Popen(whole, stdin=pipe, stdout=nowhere, stderr=pipe, env=told)
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


def program(codec: Codec) -> str:
    """Where imageio-ffmpeg keeps its ffmpeg, or a ValueError that says what to install."""
    try:
        from imageio_ffmpeg import get_ffmpeg_exe  # noqa: PLC0415, only video needs it

        found = str(get_ffmpeg_exe())
    except (ImportError, RuntimeError):
        raise ValueError(
            f"{codec.name} needs ffmpeg: install it with `python -m pip install imageio-ffmpeg`"
        ) from None
    if codec is not H264 and codec.encoder not in encoders(found):
        raise ValueError(
            f"{codec.name} needs an ffmpeg with {codec.encoder}, which {found} has not: "
            "install a newer imageio-ffmpeg, or write an MP4"
        )
    return found


@lru_cache(maxsize=2)
def encoders(found: str) -> frozenset[str]:
    """The encoders that an ffmpeg has."""
    command = [found, "-hide_banner", "-encoders"]
    said = subprocess.run(command, capture_output=True, check=False).stdout.decode(errors="replace")
    lines = (line.split() for line in said.splitlines())
    return frozenset(line[1] for line in lines if len(line) > 1)


def arguments(size: tuple[int, int], fps: float, codec: Codec, quality: int) -> list[str]:
    """What ffmpeg is told: planes from the pipe at a rate, out as a video that begins at once."""
    width, height = size
    rate = str(Fraction(fps).limit_denominator(1001))
    planes = ["-f", "rawvideo", "-pix_fmt", "yuv420p", "-s", f"{width}x{height}", "-r", rate]
    said = ["-hide_banner", "-nostdin", "-loglevel", "error"]
    coded = ["-c:v", codec.encoder, *codec.options.split(), "-crf", str(quality)]
    tags, out = TAGS.split(), ["-pix_fmt", "yuv420p", "-r", rate, *codec.container.split()]
    return [*said, *planes, *tags, "-i", "-", "-an", *coded, *tags, *out]
