"""Other processes, of this machine or a cluster's: how work gets there, and comes back in order.

Which they are says joblib: `with joblib.parallel_config(backend="loky", n_jobs=4):` around a call,
or backend="dask", or "ray". Without it nothing of joblib's is even imported.
"""

import pickle
import sys
import warnings
from collections.abc import Callable, Generator, Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import Any

from optviz.user_rules import files_named_in, run_files

Results = Generator[Any, None, None]

AT_ONCE = 4  # tasks for each job, where a backend hands back only whole lists


@dataclass(frozen=True)
class Parcel:
    """A value on its way.

    Attributes:
        files: path and text of the users' files of whose classes and functions the value speaks;
            they are run there first.
        pickled: the value, with those functions and classes in it that cannot be imported there.
    """

    files: tuple[tuple[str, str], ...]
    pickled: bytes


@dataclass(frozen=True, eq=False)
class Elsewhere:
    """Where tasks go.

    Attributes:
        parallel: joblib's, with the backend of the `parallel_config` under which this was made.
        jobs: how many tasks are computed at the same time.
        streams: whether each result comes as soon as it is there.
    """

    parallel: Any
    jobs: int
    streams: bool

    def results(self, work: Callable[..., Any], tasks: Iterable[tuple[Any, ...]]) -> Results:
        """What comes of the tasks, in their order.

        Args:
            work: a module's function.
            tasks: its arguments.
        """
        none: dict[str, Any] = {}
        calls = ((work, arguments, none) for arguments in tasks)  # as joblib's `delayed` has them
        if self.streams:
            return quietly(self.parallel(calls))
        lists = iter(lambda: list(islice(calls, AT_ONCE * self.jobs)), [])
        return (each for some in lists for each in self.parallel(some))


def elsewhere() -> Elsewhere | None:
    """Where the surrounding `joblib.parallel_config` sends tasks; None where they stay here."""
    joblib: Any = sys.modules.get("joblib")  # what was not imported was not configured
    jobs = 1 if joblib is None else joblib.effective_n_jobs(None)
    if jobs == 1:
        return None
    # Tasks go out one by one, as each is worth it, and no array goes as a file.
    options: dict[str, Any] = {"batch_size": 1, "max_nbytes": None}
    try:
        return Elsewhere(joblib.Parallel(return_as="generator", **options), jobs, streams=True)
    except ValueError:  # ray and multiprocessing know lists only
        return Elsewhere(joblib.Parallel(**options), jobs, streams=False)


def quietly(results: Results) -> Results:
    """A generator of joblib's without its warning where not all results are asked for."""
    try:
        yield from (each for each in results)  # which `close` does not reach
    finally:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", UserWarning)
            results.close()


def packed(value: Any) -> Parcel:
    """A value as it can be sent.

    Raises:
        ValueError: it cannot.
    """
    import cloudpickle  # noqa: PLC0415, of use to those who send alone

    try:
        pickled = cloudpickle.dumps(value)
    except Exception as error:  # what a user's objects raise when they are pickled
        raise ValueError(
            f"this cannot be sent to other processes, {error}: compute it in one, without joblib"
        ) from None
    return Parcel(files_named_in(pickled), pickled)


@lru_cache(maxsize=2)
def opened(parcel: Parcel) -> Any:
    """The value, where it has arrived; once, however many tasks speak of it.

    Raises:
        ValueError: a user's file cannot be run there; one sentence with its name.
    """
    run_files(parcel.files)
    return pickle.loads(parcel.pickled)
