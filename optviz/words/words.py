"""One language: its texts by their keys, and how it writes numbers."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from optviz.numbers import percents, short, spoken

NUMBER = re.compile(r"\d+(?:\.\d+)?(?:e[+-]?\d+)?")  # as in "Quadratic of condition 50"
UNDER = "under "  # what `spoken` says of a share that would be written as a whole


@dataclass(frozen=True, eq=False)
class Words:
    """What is written in pictures, in one language.

    Attributes:
        language: its two letters, or the path of its file.
        texts: by their keys, such as "chart.loss", with placeholders in braces.
        names: how names that come in English are written.
    """

    language: str
    texts: Mapping[str, str]
    names: Mapping[str, str]

    def __call__(self, key: str, /, **values: object) -> str:
        """The text of a key, its placeholders filled."""
        return self.texts[key].format(**values)

    def name(self, given: str) -> str:
        """How a name is written; as it is where the language has nothing else for it."""
        if given in self.names:
            return self.names[given]
        pattern = self.names.get(NUMBER.sub("{}", given))
        if pattern is None:
            return given
        return pattern.format(*map(self.digits, NUMBER.findall(given)))

    def digits(self, text: str) -> str:
        """A number as Python writes it, with the language's own decimal mark and thousands."""
        point, comma = self.texts["numbers.decimal"], self.texts["numbers.thousands"]
        return text.translate({ord("."): point, ord(","): comma})

    def short(self, value: float, digits: int = 3) -> str:
        """A short number, as `numbers.short` has it."""
        return self.digits(short(value, digits))

    def listed(self, parts: Iterable[str]) -> str:
        """Parts in a row."""
        return self.texts["numbers.list"].join(parts)

    def point(self, x: float, y: float) -> str:
        """A place on a picture."""
        return self("numbers.point", x=self.short(x), y=self.short(y))

    def percent(self, share: float) -> str:
        """A share in whole percent; one that is not all is never said to be."""
        said = spoken(share, ".0%")
        number = self.digits(said.removeprefix(UNDER).removesuffix("%"))
        written = self("numbers.percent", number=number)
        return self("numbers.under", share=written) if said.startswith(UNDER) else written

    def percents(self, counts: Sequence[int]) -> list[str]:
        """Parts of a whole in percent, as `numbers.percents` has them."""
        return [self.share(each.removesuffix(" %")) for each in percents(counts)]

    def share(self, number: str) -> str:
        """A number, as Python writes it, of percent."""
        return self("numbers.share", number=self.digits(number))
