"""The groups of an SVG: well-formed XML, each id once, each run in groups of its name."""

import re
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree

from optviz.export import RaceOptions, export
from optviz.optimizers import SGD, Adam
from optviz.race import race

ID = re.compile(r"[^\W\d][\w.-]*")  # of what XML calls an NCName
GROUP = "{http://www.w3.org/2000/svg}g"


def test_an_svg_has_each_run_in_groups_of_its_name(tmp_path: Path) -> None:
    named = {"Adam": Adam(lr=0.3), "slow & 'steady' <é>": SGD(lr=1e-3), "slow / x": SGD(lr=1e-4)}
    path = export(race("beale", named, steps=9), tmp_path / "a.svg", RaceOptions(chart="loss"))
    root = ElementTree.parse(path).getroot()
    ids = Counter(each.get("id") for each in root.iter() if each.get("id"))
    assert max(ids.values()) == 1
    assert all(ID.fullmatch(str(each)) for each in ids)
    groups = {each.get("id"): each for each in root.iter(GROUP)}
    for name in ("Adam", "slow-steady-é", "slow-x"):
        for view in ("", "..2"):  # from above, and on the chart
            assert len(groups[f"trail-{name}{view}"].findall("*")) == 2  # a rim and a line
            assert len(groups[f"head-of-trail-{name}{view}"].findall("*"))
    assert {"view", "view..2", "ground", "contours"} <= ids.keys()
