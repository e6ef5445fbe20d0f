"""Previews are drawn by workers, and once for all who ask for the same."""

import time

import pytest

from optviz.export import PictureOptions, RaceOptions, StillOptions
from optviz.export.formats import preview, request_for
from optviz.export.preview_job import preview_job, preview_key
from optviz.jobs.job import Job
from optviz.scenes import SCENES
from tests.support.patience import PATIENCE

SMALL = PictureOptions(size=(240, 240))


def finish(job: Job) -> None:
    end = time.monotonic() + PATIENCE
    while job.running:
        assert time.monotonic() < end
        job.wait(0.1)


@pytest.mark.parametrize("dots", [100, 150])
def test_a_worker_draws_what_this_process_would(dots: int) -> None:
    request = request_for(SCENES["beale"], "png", SMALL)
    job = preview_job((preview_key(request), dots), request, dots)
    other = preview_job((preview_key(request), dots), request, dots)
    finish(job)
    assert job.problem == ""
    assert job.latest.result == preview(request, dots)
    assert other.latest is job.latest


def test_what_cannot_be_drawn_is_a_sentence() -> None:
    options = RaceOptions(size=(240, 240), title="half")
    request = request_for(SCENES["beale"], "png", options)
    object.__setattr__(request.composition, "title", "half \ud800")
    job = preview_job("broken", request)
    finish(job)
    assert "U+D800 cannot be drawn" in job.problem


def test_keys_tell_pictures_apart() -> None:
    scene = SCENES["beale"]
    dark = PictureOptions(size=(240, 240), theme="dark")
    requests = [
        request_for(scene, "png", SMALL),
        request_for(scene, "png", dark),
        request_for(scene, "png", SMALL, StillOptions(step=3)),
        request_for(SCENES["saddle_point"], "png", SMALL),
    ]
    assert len(set(map(preview_key, requests))) == len(requests)
    assert preview_key(request_for(scene, "gif", SMALL)) == preview_key(requests[0])
