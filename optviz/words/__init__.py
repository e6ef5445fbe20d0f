"""What is written in pictures, in several languages: a table of texts with keys for each.

English and German come as `en.toml` and `de.toml`; any other is a file of the same form. Texts hold
{placeholders}; names that data bring, of scenes, losses, axes and origins, are translated apart.
"""

from optviz.words.tables import COMING, words_of
from optviz.words.words import Words

ENGLISH = words_of("en")

__all__ = ["COMING", "ENGLISH", "Words", "words_of"]
