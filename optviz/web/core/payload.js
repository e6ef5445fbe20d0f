/** Bytes from Python -> the content they were packed from; see payload.py for the layout. */

/**
 * @typedef {object} Packed an array of the header: where it lies, its numpy type and shape
 * @property {number} at
 * @property {"f8" | "u2" | "i1" | "i4"} type
 * @property {number[]} shape
 */

/**
 * @typedef {object} Samples and what weights draw through them
 * @property {Float64Array} points pairs
 * @property {Float64Array} labels 0 or 1
 * @property {"side" | "line" | "softplus" | "chance"} kind as surfaces/minibatches.py has it
 * @property {[string, string]} names of the two axes, "" for none
 * @property {string[]} classes what labels 0 and 1 are called; none where samples are not classified
 */

/**
 * @typedef {object} Surface a height field with its contour levels
 * @property {string} key names its content
 * @property {string} name
 * @property {[string, string]} axes
 * @property {[number, number]} xlim
 * @property {[number, number]} ylim
 * @property {Float32Array} heights n x n, rows along y; whole numbers are contour levels
 * @property {Float64Array} levels the loss at height 1, 2, ...
 * @property {number} low the lowest loss in the picture
 * @property {number} high the highest
 * @property {boolean} geometric levels are spread by ratios above the lowest loss, not evenly
 * @property {Samples | null} samples behind a mean loss
 * @property {Float64Array} minima pairs of x and y, the lowest first
 * @property {number} lowest how many of them are the lowest
 * @property {Float64Array} valleys pairs along the floors of valleys; NaN ends a line
 * @property {{radius: number, floors: Float64Array}} ends how near a minimum is at it, and a point near any of these
 *   pairs in a valley
 * @property {boolean} unlisted whether there are more minima than these
 * @property {string} found what is known of the minima, where the marks do not say it
 * @property {EngineContent | {why: string}} engine what runs races on it in the page, or why only Python does
 * @property {{name: string, title: string} | null} parameter the loss's own number that races can change here: what it
 *   is called, and the surface's name with {} in its place
 */

/** @typedef {number | string | [string, ...any[]]} Tree an expression: number, name or operation */

/**
 * @typedef {object} Ending what ended a run before its last step
 * @property {string} words what the run did, after its name: "diverged at step 3"
 * @property {string} explained a sentence with what may help
 * @property {string} loss what stands in place of the loss from then on; "": the last one
 */

/**
 * How values of a number are spread: sizes by their powers of ten, shares below 1 by those of what they lack to 1,
 * others evenly; counts are whole sizes, seeds whole numbers.
 * @typedef {"size" | "share" | "number" | "count" | "seed"} Spread
 */

/**
 * @typedef {object} Encoded a program: values, numbered in the order in which they are computed
 * @property {string[]} inputs the first of them
 * @property {number[]} constants the next
 * @property {number[]} columns the next: one number for each sample, by its place in the engine's columns
 * @property {[string, ...number[]][]} code the others: an operation, or "sum" over the samples, and the
 *   numbers of the values it takes
 * @property {Record<string, number[]>} outputs name -> which values
 */

/**
 * @typedef {object} EngineContent what races on a surface need to run here; programs by their places in `programs`
 * @property {Encoded[]} programs
 * @property {Float64Array[]} columns numbers of the samples
 * @property {number} loss
 * @property {Record<string, {words: string, told: string, rate: string, no_eps: string, loss: string}>} endings the
 *   sentences on what ends runs, by its kind
 * @property {string} help in most of them
 * @property {number} arrived how near to a minimum is in it
 * @property {number | null} accuracy
 * @property {number | null} hessian of the full loss; null where it has no program for its second derivatives
 * @property {number | null} parameter the loss's own number, which its programs have as an input
 * @property {number} lasts steps of a stage; 0 where there is but one
 * @property {number} safe how near the origin the loss is finite wherever a point is; 0 where that is not known
 * @property {Styles} styles for the entrants
 * @property {Record<string, RuleContent | {why: string}>} rules by their keys; or why only Python runs them
 */

/** @typedef {{light: string, dark: string, dash: number[], marker: string}} Style of a run */
/** @typedef {{shades: [string, string][], dash: number[], marker: string}} Shaded with pairs of light and dark */
/** @typedef {{own: Record<string, Shaded>, spare: Shaded[]}} Styles of rules by their names, and for others */

/**
 * @typedef {object} RuleContent
 * @property {number[]} programs of its step, one for each stage of the loss
 * @property {number} memory the program of what is carried from step to step, as it begins
 * @property {LimitContent | null} limit null where none is known
 * @property {Record<string, [string, Spread]>} symbols as in `Run`
 * @property {[string, Tree][]} equations
 * @property {string} source
 */

/**
 * @typedef {object} LimitContent above which sharpness a rule's steps grow
 * @property {number} program from hyper-parameters to `limit`, and to `rates` where these scale the Hessian
 * @property {string} words its formula
 */

/**
 * @typedef {object} Curvature of the full loss along a run, computed where it is asked for
 * @property {Float64Array} sharpness for each step the Hessian's largest eigenvalue; NaN where there is none
 * @property {{from: number, value: number, words: string}[]} limits from which step on, of the sharpness, above
 *   which steps grow; NaN where there is none, and its formula
 * @property {string} words the limit's formula, or nothing
 * @property {(step: number) => Bend} at
 * @property {() => void} forget the run has other iterates now
 */

/**
 * @typedef {object} Bend the Hessian's eigenvalues at an iterate, of which `high` is the larger; NaN where there are none
 * @property {number} high
 * @property {number} low
 * @property {[number, number]} along the unit eigenvector of `high`; that of `low` is at right angles
 * @property {Against | null} against what the step from here must stay below
 */

/**
 * @typedef {object} Against
 * @property {number} value the sharpness, scaled by the step's rates where the rule has some
 * @property {number} limit
 * @property {[number, number]} along the unit vector of the direction that goes by `value`
 * @property {boolean} scaled
 */

/**
 * @typedef {object} Run what one optimizer did
 * @property {string} name
 * @property {string} key of its rule
 * @property {string} rule the name of its class
 * @property {string} settings
 * @property {string} origin where the settings come from, in a word
 * @property {string} origin_means the same in a sentence
 * @property {Style} style
 * @property {number | null} ended the first step that was not finite
 * @property {Ending | null} ending what ended it
 * @property {Float64Array} x pairs of x and y, one for each step, from the start
 * @property {Float64Array} loss
 * @property {Float64Array | null} accuracy from 0 to 1
 * @property {Float64Array | null} distance to the nearest minimum
 * @property {Float64Array} grad pairs: the gradient each step was given
 * @property {Float64Array | null} grad_at pairs: where it was measured, if not at x
 * @property {Record<string, Float64Array>} state pairs for each step: what the rule names
 * @property {Record<string, number>} hyper hyper-parameters by name, at the first step
 * @property {Record<string, import("./settings.js").Change[]>} changes of those that change on the way: from which step
 *   on, which value, in order
 * @property {Record<string, [string, Spread]>} symbols how each is written, and
 *   how its values are spread
 * @property {[string, Tree][]} equations the rule, line by line
 * @property {string} source where the rule comes from
 * @property {("x" | "loss" | "grad" | "accuracy" | "distance")[]} [computed] in a page of its own: what it has to compute
 *   before it shows the run, with `grad_at` and `state`, for which there is nothing yet
 * @property {Curvature} [curvature] of the loss along it, where programs can tell; not sent
 */

/**
 * A condition on a point: its distance from zero along an axis, or else the loss there.
 * @typedef {{least: number, axis: number | null}} Where
 */

/**
 * @typedef {object} Prompt what a newcomer may try
 * @property {"move" | "change" | "guess"} kind
 * @property {string} text
 * @property {Where | null} where of "move" and "guess"
 * @property {string} entrant of "change"
 * @property {string} setting
 * @property {number} factor
 */

/** @typedef {"steps" | "seed" | "batch" | "parameter"} Own a number of a race's own */

/**
 * @typedef {object} Race
 * @property {string} surface the key of its surface
 * @property {Float64Array} start
 * @property {string} family names what its surface is one of: surfaces of one kind whose parameters differ have
 *   the same
 * @property {number} steps
 * @property {number | null} parameter the surface's own number; null where it has none
 * @property {[number, number]} camera of the view in space: elevation and azimuth, degrees
 * @property {string[]} views that are open to begin with
 * @property {number} seed of which minibatches are seen
 * @property {number | null} batch samples in a minibatch; null where every step sees all
 * @property {Uint16Array | null} batches the samples each step saw, step after step
 * @property {Partial<Record<Own, [number, number]>>} ranges of its numbers that can be others
 * @property {Run[]} runs
 * @property {[string, string]} yours the origin of a setting that the visitor has changed, and what it means
 * @property {Sentence[]} story what there is to see
 * @property {number[]} stops steps at which its playback stops, to begin with
 * @property {string} cloud that is open to begin with, as an address has it; "" for none
 * @property {number[]} seeds whose races are shown to begin with
 * @property {number | null} at the step at which a player begins that has shown nothing yet
 * @property {Lesson | null} lesson the step of a lesson that this belongs to
 * @property {string} link the address of what is shown, or nothing
 * @property {Prompt[]} prompts what a newcomer may try
 * @property {Record<string, Newcomer>} newcomers how one more entrant of each rule begins, by the keys of the rules
 */

/**
 * @typedef {object} Newcomer
 * @property {string} name of the rule
 * @property {Record<string, number>} hyper
 * @property {Record<string, import("./settings.js").Change[]>} changes
 * @property {string} origin
 * @property {string} origin_means
 */

/**
 * @typedef {object} Sentence a measurement of the race
 * @property {string} words
 * @property {number} place in its story, from 0
 * @property {boolean} holds whether it is true of this race
 * @property {string[]} fails passages of the words, in their order, that tell what is not so, and by how much
 * @property {number} step at which it is seen
 * @property {string[]} shows the view, chart or glyphs that show it
 * @property {string} caption what Radford's caption says of it, or nothing
 * @property {boolean} agrees whether the caption is true as it stands
 * @property {boolean} own measured under the scene's own settings instead of those shown
 */

/**
 * @typedef {object} Lesson a step of a lesson above the race
 * @property {string} id names the step, and whether its question is answered
 * @property {string} title of the lesson
 * @property {number} slide which of them, from 1
 * @property {number} slides how many there are
 * @property {string} heading
 * @property {string} text
 * @property {string} finding what was measured, or nothing
 * @property {string} question or nothing
 * @property {string[]} choices
 * @property {string} chosen or nothing
 * @property {string} head what is asked for, as a table's column has it above
 * @property {Answer[]} answers those of all optimizers, the right one first, once it is answered
 * @property {string[]} shows charts, views and glyphs to switch on
 * @property {boolean} plays whether the race runs at once
 * @property {Notes | null} notes null where they were not asked for
 * @property {Partial<Lesson> | null} [told] in a page of its own: what is otherwise once the question is answered
 */

/**
 * @typedef {object} Answer
 * @property {string} name of an optimizer
 * @property {string} number
 * @property {number} share how long its bar is, from 0 to 1
 */

/**
 * @typedef {object} Notes of a lesson's step, for the teacher
 * @property {string} text what to say and do, or nothing
 * @property {string} answer of the question, before the class has given one; or nothing
 * @property {string} measured the sentence that is told here, or nothing
 * @property {string} next the heading of the next step, or nothing
 */

/** A class's room, as web/room/told.js has it; `gone` why it is no more. @typedef {Record<string, any>} Room */

/** @typedef {{surface: Surface | null, race: Race, serial: number, session: string, room?: Room | null}} Content */

const VIEWS = { f8: Float64Array, u2: Uint16Array, i1: Int8Array, i4: Int32Array };

/**
 * @param {Uint8Array} bytes
 * @returns {Content}
 */
export function unpack(bytes) {
  const buffer = bytes.slice().buffer; // a copy: typed arrays want offsets that are multiples of 8
  const length = new DataView(buffer).getUint32(0, true);
  const text = new TextDecoder().decode(new Uint8Array(buffer, 4, length));
  const content = JSON.parse(text, (_, value) => revive(value, buffer, 4 + length));
  if (content.surface) decodeHeights(content.surface);
  return content;
}

/**
 * Heights travel as differences of 16-bit codes; see as_codes in payload.py.
 * @param {{heights: ArrayLike<number>, levels: Float64Array}} surface
 */
function decodeHeights(surface) {
  const unit = (surface.levels.length + 1) / 65534;
  const codes = Uint16Array.from(surface.heights); // whose sums are taken modulo 65536
  const n = Math.sqrt(codes.length);
  for (let k = n; k < codes.length; k++) codes[k] += codes[k - n];
  for (let k = 0; k < codes.length; k++) if (k % n) codes[k] += codes[k - 1];
  surface.heights = Float32Array.from(codes, (code) => (code === 65535 ? NaN : code * unit));
}

/**
 * @param {any} value
 * @param {ArrayBuffer} buffer
 * @param {number} begin where the arrays begin
 */
function revive(value, buffer, begin) {
  if (!value || !Array.isArray(value.shape) || !(value.type in VIEWS)) return value;
  const packed = /** @type {Packed} */ (value);
  const View = VIEWS[/** @type {keyof typeof VIEWS} */ (packed.type)];
  const count = packed.shape.reduce((product, side) => product * side, 1);
  return new View(buffer, begin + packed.at, count);
}

/**
 * A run's name, with its rule where that does not begin the name: "Adam 2", "fast (SGD)".
 *
 * @param {{name: string, rule: string}} run
 */
export function nameWithRule({ name, rule }) {
  return name.startsWith(rule) ? name : `${name} (${rule})`;
}

/** The last step of a run whose numbers are finite. @param {Pick<Run, "ended" | "loss">} run */
export function lastStep({ ended, loss }) {
  return (ended ?? loss.length) - 1;
}
