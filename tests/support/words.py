"""Looking at the words of a picture."""

from typing import Any

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.text import Text
from matplotlib.transforms import Bbox

from optviz.pictures.picture import Picture


def written(picture: Picture) -> dict[Text, Bbox]:
    """Every text that is drawn, and the pixels it takes."""
    canvas = FigureCanvasAgg(picture.figure)
    canvas.draw()  # type: ignore[no-untyped-call]
    renderer = canvas.get_renderer()  # type: ignore[no-untyped-call]
    words: list[Text] = []
    draw_text = renderer.draw_text

    def noted(*given: Any, **named: Any) -> None:
        words.extend([named["mtext"]] if named.get("mtext") else [])
        draw_text(*given, **named)

    renderer.draw_text = noted
    picture.figure.draw(renderer)
    return {text: text.get_window_extent(renderer) for text in words}


def check_words(picture: Picture) -> None:
    """Every word is on the picture, and none is written over another."""
    boxes = written(picture)
    assert len(boxes) > 8
    width, height = picture.figure.canvas.get_width_height()
    for text, box in boxes.items():
        inside = box.x0 >= -1 and box.y0 >= -1 and box.x1 <= width + 1 and box.y1 <= height + 1
        assert inside, f"{text.get_text()!r} leaves the picture"
    texts = list(boxes)
    for k, text in enumerate(texts):
        for other in texts[:k]:
            over = boxes[text].shrunk(0.9, 0.7).overlaps(boxes[other].shrunk(0.9, 0.7))
            assert not over, f"{text.get_text()!r} over {other.get_text()!r}"
