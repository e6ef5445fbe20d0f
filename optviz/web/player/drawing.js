/** Every part of the player drawn as it is at this time. */

import { Glyphs, drawGlyphs } from "./glyphs.js";

/** @typedef {import("./player.js").Player} Player */

/** @param {Player} player that has a race */
export function drawAll(player) {
  const { theme, hidden, clock, slow, changes, views, chart } = player;
  const time = changes.whole ? clock.steps : clock.time;
  const step = Math.floor(time + 1e-9);
  const at = slow.running ? slow.step : step;
  const draw = (/** @type {Glyphs} */ each) =>
    slow.running ? each.part(slow.phase, slow.share) : each.draw(player.tools.glyphs);
  views.draw(
    time,
    hidden,
    theme,
    inSight,
    (context, scales, frame) => {
      const glyphs = withGlyphs(player).map((run) => new Glyphs(context, run, at, scales, theme));
      drawGlyphs(glyphs, frame, draw);
    },
    (context, tangents, corner) => {
      const runs = withGlyphs(player);
      if (!runs.length) return;
      const on = tangents();
      const glyphs = runs.map((run) => new Glyphs(context, run, at, on.scales, theme));
      const lay = (/** @type {Glyphs} */ each) => {
        context.save();
        if (on.lay(context, each.update.pair("x", 0))) draw(each);
        context.restore();
      };
      drawGlyphs(glyphs, on.frame, lay, corner);
    },
  );
  player.onDemand.made.cloud?.draw(time);
  player.onDemand.made.seeds?.draw(time);
  player.beside.draw(time, hidden, theme, inSight);
  if (inSight(chart.sheet.canvas)) chart.draw(time, hidden, theme);
  player.legend.draw(step, theme, (run) => views.outside(run, step), player.ghost.runs);
  player.lesson.draw(theme);
  player.inspector.draw(slow.running ? slow.step : step, clock.playing, slow.running ? slow.phase.equation : -2);
  player.controls.draw();
  for (const handle of player.handles) handle.draw();
  player.where.draw();
  player.zoom.draw();
  player.tools.draw();
  player.comparison.draw();
  player.onDemand.made.teacher?.draw();
  player.onDemand.made.room?.draw(time);
  player.addressBar.tell(player);
  player.caption.hidden = !slow.running;
  if (slow.running) player.caption.textContent = `${slow.count} ${slow.run?.name}: ${slow.phase.words}`;

  /** Whether something must be drawn: while a pointer moves the race, only what is on the screen. @param {Element} box */
  function inSight(box) {
    if (!changes.held) return true;
    const { top, bottom } = box.getBoundingClientRect();
    return bottom > 0 && top < innerHeight;
  }
}

/** Whose glyphs are drawn: in slow motion one, else the inspected ones if the inspector is open. @param {Player} player */
function withGlyphs({ slow, tools, inspector, race, hidden }) {
  if (slow.run) return [slow.run];
  if (!tools.glyphs.size) return [];
  const runs = inspector.open ? inspector.runs : (race?.runs ?? []);
  return runs.filter(({ name }) => !hidden.has(name) && hidden.opacity(name) === 1);
}
