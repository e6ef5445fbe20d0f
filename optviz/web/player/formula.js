/** Expressions of a rule: typeset as MathML, with names or with numbers, and evaluated in parts. */

/** @typedef {import("../core/payload.js").Tree} Tree */
/** @typedef {(name: string) => Element} Leaf how a name is set: as a symbol, or as its number */

const MATH = "http://www.w3.org/1998/Math/MathML";

/** Names as papers print them. A hat is put on top of what stands before it. */
const SYMBOLS = {
  lr: "lr",
  mu: "μ",
  rho: "ρ",
  eps: "ε",
  beta1: "β₁",
  beta2: "β₂",
  rate: "α",
  E_g2: "E[g²]",
  E_dx2: "E[Δx²]",
  dx: "Δx",
  decay: "λ",
  psi: "ψ",
  rho_inf: "ρ∞",
  lr_t: "lrₜ",
  mu_next: "μ′",
  mu_product: "Πμ",
  v_max: "vₘₐₓ",
};

/** How tightly an operation binds; what binds less tightly inside stands in brackets. */
const BINDING = { if: 0, "+": 1, "-": 1, neg: 2, "*": 3, "/": 5, "^": 4, sqrt: 5, abs: 5, sign: 5, max: 5, length: 5 };

/** Comparisons as papers print them. */
const COMPARISONS = { "<": "<", "<=": "≤", ">": ">", ">=": "≥", "==": "=", "!=": "≠" };

/**
 * @param {string} tag
 * @param {(Node | string)[]} children
 */
export function math(tag, ...children) {
  const made = document.createElementNS(MATH, tag);
  made.append(...children);
  return made;
}

/**
 * A name as text, for sentences: "m̂", "β₁".
 * @param {string} name
 * @returns {string}
 */
export function symbol(name) {
  if (name.endsWith("_hat")) return `${symbol(name.slice(0, -4))}\u0302`;
  return SYMBOLS[/** @type {keyof typeof SYMBOLS} */ (name)] ?? name;
}

/**
 * A name as MathML.
 * @param {string} name
 * @returns {Element}
 */
export function symbolNode(name) {
  if (!name.endsWith("_hat")) return math("mi", symbol(name));
  const hat = math("mover", symbolNode(name.slice(0, -4)), math("mo", "^"));
  hat.setAttribute("accent", "true");
  return hat;
}

/**
 * @param {Tree} tree
 * @param {Leaf} leaf
 * @returns {Element}
 */
export function typeset(tree, leaf) {
  if (typeof tree === "number") return math("mn", String(tree));
  if (typeof tree === "string") return leaf(tree);
  const [operation, ...operands] = tree;
  const parts = operands.map((each, place) => bracketed(each, operation, place, leaf));
  switch (operation) {
    case "/":
      return math("mfrac", ...operands.map((each) => typeset(each, leaf)));
    case "sqrt":
      return math("msqrt", typeset(operands[0], leaf));
    case "abs":
      return math("mrow", math("mo", "|"), typeset(operands[0], leaf), math("mo", "|"));
    case "length": // of both coordinates: the number of one says nothing
      return math("mrow", math("mo", "‖"), typeset(operands[0], symbolNode), math("mo", "‖"));
    case "sign":
    case "max":
      return call(
        operation,
        operands.map((each) => typeset(each, leaf)),
      );
    case "if":
      return cases(operands, leaf);
    case "^":
      return math("msup", parts[0], typeset(operands[1], leaf));
    case "neg":
      return math("mrow", math("mo", "−"), parts[0]);
    case "*":
      return math("mrow", parts[0], math("mo", "·"), parts[1]);
    default:
      return math("mrow", parts[0], math("mo", operation === "-" ? "−" : "+"), parts[1]);
  }
}

/**
 * A function's name and its arguments.
 * @param {string} name
 * @param {Element[]} args
 */
function call(name, args) {
  const list = args.flatMap((each, place) => (place ? [math("mo", ","), each] : [each]));
  return math("mrow", math("mi", name), math("mo", "("), ...list, math("mo", ")"));
}

/**
 * What holds if a comparison is true, above what holds otherwise.
 * @param {any[]} operands
 * @param {Leaf} leaf
 */
function cases([[comparison, left, right], yes, no], leaf) {
  const said = math("mo", COMPARISONS[/** @type {keyof typeof COMPARISONS} */ (comparison)]);
  const condition = math("mrow", math("mtext", "if "), typeset(left, leaf), said, typeset(right, leaf));
  const rows = [
    [typeset(yes, leaf), condition],
    [typeset(no, leaf), math("mtext", "otherwise")],
  ];
  const table = rows.map((row) => math("mtr", ...row.map((each) => math("mtd", each))));
  return math("mrow", math("mo", "{"), math("mtable", ...table));
}

/**
 * An operand, in brackets where it would be misread without.
 * @param {Tree} tree
 * @param {string} operation it is an operand of
 * @param {number} place 0 for the first operand
 * @param {Leaf} leaf
 */
function bracketed(tree, operation, place, leaf) {
  const node = typeset(tree, leaf);
  if (!Array.isArray(tree)) return node;
  const bindingOf = (/** @type {string} */ each) => BINDING[/** @type {keyof typeof BINDING} */ (each)];
  const [inner, outer] = [bindingOf(tree[0]), bindingOf(operation)];
  const loose = inner < outer || (inner === outer && operation === "-" && place === 1);
  return loose ? math("mrow", math("mo", "("), node, math("mo", ")")) : node;
}

/**
 * The value of an expression; only for drawing parts of an update, the numbers shown are Python's.
 * @param {Tree} tree
 * @param {(name: string) => number} valueOf
 * @returns {number}
 */
export function evaluate(tree, valueOf) {
  if (typeof tree === "number") return tree;
  if (typeof tree === "string") return valueOf(tree);
  if (tree[0] === "if") return evaluate(holds(tree[1], valueOf) ? tree[2] : tree[3], valueOf);
  const [a, b] = tree.slice(1).map((each) => evaluate(each, valueOf));
  switch (tree[0]) {
    case "+":
      return a + b;
    case "-":
      return a - b;
    case "*":
      return a * b;
    case "/":
      return a / b;
    case "^":
      return a ** b;
    case "neg":
      return -a;
    case "abs":
    case "length":
      return Math.abs(a);
    case "sign":
      return Math.sign(a);
    case "max":
      return Math.max(a, b);
    default:
      return Math.sqrt(a);
  }
}

/**
 * Whether a comparison is true.
 * @param {Tree} comparison
 * @param {(name: string) => number} valueOf
 * @returns {boolean}
 */
function holds(comparison, valueOf) {
  if (!Array.isArray(comparison)) return false;
  const [a, b] = comparison.slice(1).map((each) => evaluate(each, valueOf));
  switch (comparison[0]) {
    case "<":
      return a < b;
    case "<=":
      return a <= b;
    case ">":
      return a > b;
    case ">=":
      return a >= b;
    case "==":
      return a === b;
    default:
      return a !== b;
  }
}

/**
 * Whether an expression says `wanted` anywhere.
 * @param {Tree} tree
 * @param {(part: Tree) => boolean} wanted
 * @returns {boolean}
 */
export function mentions(tree, wanted) {
  return wanted(tree) || (Array.isArray(tree) && tree.slice(1).some((each) => mentions(each, wanted)));
}
