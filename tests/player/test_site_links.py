"""From the app to a site's page and back: the same race, whatever it is."""

from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from optviz.player.payload import message
from optviz.scenes.catalog import CATALOG
from optviz.spec.address import Place, on_site, read, write
from optviz.spec.race_spec import EntrantSpec, RaceSpec
from tests.support.node import run_node

QUERIES = {
    "as it is": "scene=beale",
    "start and steps": "scene=beale&start=-0.1,1e-7&steps=33",
    "names": "scene=beale&opt=adam~a%252525%252C b%253A%2528c%2529%257E%253Dé:lr=0.3,sgd,adam",
    "schedules": "scene=beale&opt=adam:lr=warmup(10)|cosine(0.3,190):beta1=0.9@20=0.5,"
    "sgd:lr=constant(0.01,5)@9=one_cycle(0.1,40,0.3,25,1e4)",
    "preset": "scene=saddle_point&preset=defaults",
    "rate": "scene=saddle_point&preset=rate&rate=0.02&opt=nadam,adam",
    "minibatches": "scene=noisy_moons&seed=7&batch=3&steps=60",
    "parameter": "scene=ill_conditioned&parameter=123.5",
    "claim": "scene=jump&opt=momentum:mu=0.99",
}
APP = "https://app.example/"

# What a page makes of its hash, and the link back to the app that it then has.
ROUND = """
import { readFileSync as bytesOf } from "node:fs";
const { unpack } = await import(engine + "../core/payload.js");
const { conditionsOf, wished } = await import(engine + "../player/conditions.js");
const { Live } = await import(engine + "../player/live.js");
const { wishIn } = await import(engine + "../player/fromlink.js");
const { withConditions } = await import(engine + "../player/onward.js");
const found = given.map(({ path, hash, app }) => {
  const { race, surface } = unpack(new Uint8Array(bytesOf(path)));
  const { rules } = Live.of(race, surface).engine.content;
  const { wish, problems } = wishIn(hash, race, rules);
  const back = withConditions(app, wished(conditionsOf(race), wish), race.ranges);
  return { names: Object.keys(wish), problems, back };
});
process.stdout.write(JSON.stringify(found));
"""


def spec_of(query: str) -> RaceSpec:
    spec, _, problems = read(parse_qs(query))
    assert not problems
    return spec or RaceSpec()


def page_of(key: str, folder: Path) -> str:
    """The race of a scene, as its page has it."""
    path = folder / f"{key}.bin"
    if not path.exists():
        path.write_bytes(message(CATALOG[key].race(), whole=False))
    return str(path)


def read_by_pages(hashes: list[tuple[str, str]], folder: Path) -> list[dict[str, Any]]:
    """What the pages of scenes make of these hashes."""
    given = [
        {
            "path": page_of(key, folder),
            "hash": said,
            "app": f"{APP}?{write(RaceSpec(key), Place())}",
        }
        for key, said in hashes
    ]
    found: list[dict[str, Any]] = run_node(ROUND, given, folder)
    return found


@pytest.fixture(scope="module")
def rounds(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    links = []
    for query in QUERIES.values():
        spec = spec_of(query)
        path, mark, said = on_site(spec, Place()).partition("#")
        assert path == f"races/{spec.scene}.html"
        links.append((spec.scene, mark + said))
    found = read_by_pages(links, tmp_path_factory.mktemp("rounds"))
    return dict(zip(QUERIES, found, strict=True))


@pytest.mark.parametrize("name", QUERIES)
def test_the_site_races_the_same_and_leads_back_to_it(
    name: str, rounds: dict[str, dict[str, Any]]
) -> None:
    found = rounds[name]
    assert not found["problems"]
    scene = spec_of(QUERIES[name]).race_scene()
    back = spec_of(urlsplit(found["back"]).query).race_scene()
    assert back.conditions[2:] == scene.conditions[2:]
    assert back.surface.name == scene.surface.name
    same = [(each.name, each.optimizer) for each in scene.entrants]
    assert [(each.name, each.optimizer) for each in back.entrants] == same


def test_only_what_differs_is_written() -> None:
    assert on_site(RaceSpec("beale"), Place()) == "races/beale.html"
    said = on_site(spec_of("scene=beale&steps=33"), Place(t=4))
    assert said == "races/beale.html#steps=33&step=4"
    assert on_site(None, Place("lessons", lesson="beale", slide=3)) == "lessons/beale.html#slide=3"
    assert on_site(None, Place(page="definitions")) == "definitions.html"


def test_what_the_site_does_not_show_is_said() -> None:
    with pytest.raises(ValueError, match="a formula is computed by the app"):
        on_site(spec_of("formula=x**2%2By**2"), Place())
    wrapped = RaceSpec("beale", entrants=(EntrantSpec("adam-clipnorm", "clipped"),))
    with pytest.raises(ValueError, match="clipped has a rule that only the app can race"):
        on_site(wrapped, Place())
    with pytest.raises(ValueError, match="no such page"):
        on_site(None, Place(page="digits"))


WRONG = {
    "start=1": "1 is no point",
    "start=a,b": "a is no number",
    "start=NaN,1": "NaN is no number",
    "steps=0": "0 is not between 1 and",
    "steps=1.5": "1.5 is not between",
    "seed=3": "this race has no such number",
    "opt=nothing": "nothing is no optimizer that runs in this page",
    "opt=constructor": "constructor is no optimizer",
    "opt=adam~a,sgd~a": "Another is called a",
    "opt=adam~": "Give a name that is not empty",
    "opt=adam~%25zz": "%zz is no name",
    "opt=adam:lr": "lr is no setting of adam",
    "opt=adam:toString=1": "toString=1 is no setting of adam",
    "opt=adam:lr=-1": "-1 is not from 0 on",
    "opt=adam:beta1=1": "1 is not from 0 to below 1",
    "opt=adam:lr=wave(1)": "wave is no schedule",
    "opt=adam:lr=cosine(1)": "cosine takes first, steps, last",
    "opt=adam:lr=0.1@x=2": "does not say from which step on",
    "opt=" + ",".join(["sgd"] * 41): "41 optimizers are more than 40",
    "opt=" + "a" * 5000: "it has more than 4000 characters",
}


def test_what_cannot_be_raced_is_one_sentence_and_changes_nothing(tmp_path: Path) -> None:
    found = read_by_pages([("beale", f"#{said}") for said in WRONG], tmp_path)
    for (said, words), read_so in zip(WRONG.items(), found, strict=True):
        assert read_so["names"] == []
        (problem,) = read_so["problems"]
        assert words in problem
        assert problem.startswith(f"{said.partition('=')[0]} in the address: ")
        assert problem.endswith(".")
        assert len(problem) < 200
