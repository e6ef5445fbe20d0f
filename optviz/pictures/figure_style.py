"""How figures look and what language they speak, in one value: `Style`."""

from dataclasses import dataclass

from optviz.words import Words, words_of


@dataclass(frozen=True, kw_only=True)
class Style:
    """How a figure looks. What is None is as the kind of picture has it.

    Attributes:
        language: of all that optviz writes: "en", "de", or the path of a file of words.
    """

    language: str = "en"

    def __post_init__(self) -> None:
        """Raise ValueError, with a sentence, where something is not possible."""
        words_of(self.language)

    @property
    def say(self) -> Words:
        """What is written in the language."""
        return words_of(self.language)


USUAL = Style()
