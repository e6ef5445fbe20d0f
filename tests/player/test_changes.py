"""Whatever is dragged, changed, undone and redone: Python runs just what the page has drawn."""

from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from optviz.player.payload import message
from optviz.program.program import all_exact
from optviz.program.tracing import STATE, loss_program
from optviz.scenes.catalog import CATALOG
from optviz.spec.race_spec import RaceSpec
from tests.support.exact import compare, is_exact
from tests.support.node import run_node
from tests.support.patience import PATIENCE

SCENES = ("beale", "noisy_moons", "ill_conditioned", "jump")
TIMES = 3  # that each is changed at random
STEPS = 30

# Each time one thing is changed, and Python's answer is what is drawn already.
DRAGGED = """
import { readFileSync as bytesOf } from "node:fs";
const { unpack } = await import(engine + "../core/payload.js");
const { Changes } = await import(engine + "../player/changes.js");
const { conditionsOf } = await import(engine + "../player/conditions.js");
const { Live } = await import(engine + "../player/live.js");
const { Ghost } = await import(engine + "../player/ghost.js");
const { added, duplicated, removed, renamed } = await import(engine + "../player/entrants.js");
const bits = (values) => values && Array.from(values, (value) =>
  new BigInt64Array(Float64Array.of(value).buffer)[0].toString());
const found = given.map(({ path, seed }) => {
  let state = seed;
  const random = () => {  // mulberry32, by Tommy Ettinger
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const one = (all) => all[Math.floor(random() * all.length)];
  const { race, surface } = unpack(new Uint8Array(bytesOf(path)));
  const messages = [];
  const clock = { steps: race.steps, step: 0, restart() {} };
  const player = { race, surface, clock, live: Live.of(race, surface), ghost: new Ghost() };
  for (const each of ["changed", "haunt", "renamed", "redraw"]) player[each] = () => {};
  const changes = new Changes(player, (wish) => messages.push(wish));
  const answer = () => changes.receive(player.race, false, () => {});
  answer();
  const enter = (entrants) => {
    if (entrants.length && player.live.enter(entrants)) changes.changed(true);
  };
  const place = () => Math.floor(random() * race.runs.length);
  const rules = Object.keys(race.newcomers).filter((key) => player.live.engine.knows(key));
  const acts = {
    start() {
      for (const done of [false, false, true])
        changes.start(race.start.map((each) => each + random() - 0.5), done);
    },
    set() {
      const at = place();
      const { hyper } = race.runs[at];
      const name = one(Object.keys(hyper));
      clock.step = random() < 0.5 ? Math.floor(random() * race.steps) : 0;
      if (changes.fromHere !== (clock.step > 0)) changes.toggleFromHere();
      for (const done of [false, true])
        changes.set(at, name, hyper[name] * (0.3 + 0.7 * random()), done);
    },
    drop() {
      const at = race.runs.findIndex((run) => Object.keys(run.changes).length);
      if (at < 0) return;
      const [name, [[step]]] = Object.entries(race.runs[at].changes)[0];
      changes.drop(at, name, step);
    },
    put() {
      const name = one(Object.keys(race.ranges));
      const [low, high] = race.ranges[name];
      const value = low + random() * (Math.min(high, low + 60) - low);
      for (const done of [false, true])
        changes.put(name, name === "parameter" ? value : Math.round(value), done);
      clock.steps = race.steps;
    },
    add: () => enter(added(race, one(rules))),
    duplicate: () => enter(duplicated(race, place())),
    rename: () => enter(renamed(race, place(), `mine ${Math.floor(random() * 1e6)}`)),
    remove: () => enter(removed(race, place())),
    back: () => changes.go(-1),
    forth: () => changes.go(1),
  };
  for (let k = 0; k < 25; k++) {
    one(Object.values(acts))();
    answer();
  }
  return {
    messages,
    conditions: conditionsOf(race),
    ended: race.runs.map(({ ended }) => ended),
    runs: race.runs.map((run) => ({
      x: bits(run.x),
      loss: bits(run.loss),
      ...Object.fromEntries(Object.entries(run.state).map(([k, v]) => [`state.${k}`, bits(v)])),
    })),
  };
});
process.stdout.write(JSON.stringify(found));
"""


def wished() -> None:
    """A run of the form alone: each message is brought into the fields, then they are read."""
    import streamlit as st  # noqa: PLC0415, a script of its own

    from optviz.pages import form, messages  # noqa: PLC0415

    form.fill_form(st.session_state["given"])
    own = form.own_scene()
    for each in st.session_state["messages"]:
        wish, problems = messages.read("chosen", each)
        assert not problems
        form.put_wish(own, wish)
    st.session_state["read"] = form.read_form(own)


@pytest.fixture(scope="module")
def dragged(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, int], Any]:
    folder = tmp_path_factory.mktemp("dragged")
    cases = [(key, seed) for key in SCENES for seed in range(TIMES)]
    for key in SCENES:
        spec = RaceSpec(key, steps=STEPS)
        (folder / f"{key}.bin").write_bytes(message(spec.race_scene().race()))
    given = [{"path": str(folder / f"{key}.bin"), "seed": seed} for key, seed in cases]
    return dict(zip(cases, run_node(DRAGGED, given, folder), strict=True))


@pytest.mark.parametrize("seed", range(TIMES))
@pytest.mark.parametrize("key", SCENES)
def test_what_is_let_go_is_what_is_drawn(
    key: str, seed: int, dragged: dict[tuple[str, int], Any]
) -> None:
    found = dragged[key, seed]
    app = AppTest.from_function(wished, default_timeout=PATIENCE)
    app.session_state["given"] = RaceSpec(key, steps=STEPS)
    app.session_state["messages"] = found["messages"]
    app.run()
    assert not app.exception
    done = app.session_state["read"].race_scene().race()
    drawn = dict(
        zip((each["name"] for each in found["conditions"]["entrants"]), found["runs"], strict=True)
    )
    assert list(drawn) == [run.name for run in done]
    assert found["ended"] == [run.ended for run in done]
    for run, drawn in zip(done, found["runs"], strict=True):
        exact = is_exact(type(run.optimizer), done.surface)
        compare(drawn["x"], run.x, exact)
        compare(drawn["loss"], run.loss, exact and all_exact(loss_program(done.surface)))
        for name, history in run.state.items():
            compare(drawn[STATE + name], history, exact)


def test_scenes_are_those_of_all_kinds() -> None:
    surfaces = [CATALOG[key].surface for key in SCENES]
    assert [bool(each.minibatches) for each in surfaces].count(True) == 1
    assert [bool(each.parameter) for each in surfaces].count(True) == 1
    assert [bool(each.stages) for each in surfaces].count(True) == 1
