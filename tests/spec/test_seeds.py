"""Seeds as texts: what is written reads back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from optviz.race import MAX_SEED
from optviz.spec.seeds import IN_PAGE, seeds_in, seeds_text

near = st.integers(0, 30) | st.integers(0, MAX_SEED)
some = st.lists(near, min_size=1, max_size=IN_PAGE, unique=True)
spans = st.builds(lambda first, many: list(range(first, first + many)), near, st.integers(1, 60))


@given(some | spans.filter(lambda seeds: seeds[-1] <= MAX_SEED))
def test_what_is_written_reads_back(seeds: list[int]) -> None:
    assert seeds_in(seeds_text(seeds)) == tuple(seeds)


def test_there_may_be_more_where_no_page_runs_them() -> None:
    assert seeds_in("1000", 1000) == tuple(range(1000))
    with pytest.raises(ValueError, match="1,001 seeds are more than 1,000: give fewer"):
        seeds_in("0-1000", 1000)


def test_none_is_nothing() -> None:
    assert seeds_text(()) == ""
