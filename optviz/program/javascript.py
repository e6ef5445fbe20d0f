"""Programs as JavaScript: nothing but the operations of the table, numbers, and names made here.

A program becomes the text of a function (input, output, columns, seen, count, terms):

    input    its inputs but COUNT, in the order of `Program.inputs`
    output   where its outputs' numbers go, in the order of `Program.outputs`
    columns  `Program.columns`, each a Float64Array
    seen     which samples count: their places in the columns
    count    how many of these
    terms    for each sum, room for as many numbers

A program without samples takes the first two alone. The functions of `PRELUDE` must be in scope.
"""

from optviz.program.operations import OPERATIONS
from optviz.program.program import COLUMN, COUNT, SUM, Program

# What JavaScript does not have, or has otherwise than IEEE 754 and numpy.
PRELUDE = """\
const power = (a, b) => (a === 1 || (a === -1 && Math.abs(b) === Infinity) ? 1 : Math.pow(a, b));
const logaddexp = (a, b) => {
  if (a === b) return a + Math.LN2;
  const apart = a - b;
  if (apart > 0) return a + Math.log1p(Math.exp(-apart));
  return apart <= 0 ? b + Math.log1p(Math.exp(apart)) : apart;
};
const sigmoid = (x) => {
  const small = Math.exp(-Math.abs(x));
  return (x < 0 ? small : 1) / (1 + small);
};
// Pairwise, with eight partial sums in a block of 128 at most: term for term as numpy adds.
const sum = (terms, begin, count) => {
  if (count < 8) {
    let total = -0;
    for (let k = begin; k < begin + count; k++) total += terms[k];
    return total;
  }
  if (count <= 128) {
    let [a, b, c, d, e, f, g, h] = terms.subarray(begin, begin + 8);
    const whole = begin + count - (count % 8);
    for (let k = begin + 8; k < whole; k += 8) {
      a += terms[k];
      b += terms[k + 1];
      c += terms[k + 2];
      d += terms[k + 3];
      e += terms[k + 4];
      f += terms[k + 5];
      g += terms[k + 6];
      h += terms[k + 7];
    }
    let total = a + b + (c + d) + (e + f + (g + h));
    for (let k = whole; k < begin + count; k++) total += terms[k];
    return total;
  }
  let half = count >> 1;
  half -= half % 8;
  return sum(terms, begin, half) + sum(terms, begin + half, count - half);
};
"""


def javascript(program: Program) -> str:
    """The text of the function."""
    head = "(input, output, columns, seen, count, terms)" if program.sampled else "(input, output)"
    lines = [f"  {line}" for line in body(program)]
    return "\n".join([f"{head} => {{", *lines, "}"])


def body(program: Program) -> list[str]:
    """The function's lines: numbers, a loop over the samples, what comes of its sums, and so on."""
    rounds = rounds_of(program)
    inputs = [name for name in program.inputs if name != COUNT]
    sums = [place for place, each in enumerate(program.values) if each.operation == SUM]
    lines: list[str] = []
    for number in range(max(rounds, default=0) + 1):
        for place, value in enumerate(program.values):
            if rounds[place] == number and not value.sampled:
                text = scalar(program, place, inputs, sums)
                lines.append(f"const v{place} = {text};")
        after = [place for place in sums if rounds[place] == number + 1]
        lines += loop(program, after, sums)
    places = [place for own in program.outputs.values() for place in own]
    return lines + [f"output[{k}] = v{place};" for k, place in enumerate(places)]


def rounds_of(program: Program) -> list[int]:
    """For each value how many loops over the samples come before it."""
    rounds: list[int] = []
    for value in program.values:
        before = max((rounds[place] for place in value.operands), default=0)
        rounds.append(before + (value.operation == SUM))
    return rounds


def scalar(program: Program, place: int, inputs: list[str], sums: list[int]) -> str:
    """What a number is."""
    value = program.values[place]
    match value.operation:
        case "input":
            return "count" if value.name == COUNT else f"input[{inputs.index(value.name)}]"
        case "constant":
            return repr(value.number)
        case "sum":
            return f"sum(terms[{sums.index(place)}], 0, count)"
        case name:
            return OPERATIONS[name].javascript.format(*(f"v{each}" for each in value.operands))


def loop(program: Program, after: list[int], sums: list[int]) -> list[str]:
    """The loop that fills the terms of some sums."""
    if not after:
        return []
    needed = {program.values[place].operands[0] for place in after}
    for place in range(len(program.values) - 1, -1, -1):
        if place in needed:
            needed.update(program.values[place].operands)
    lines = ["for (let k = 0; k < count; k++) {"]
    for place in sorted(needed):
        value = program.values[place]
        if value.sampled:
            if value.operation == COLUMN:
                text = f"columns[{value.column}][seen[k]]"
            else:
                text = scalar(program, place, [], sums)
            lines.append(f"  const v{place} = {text};")
    for place in after:
        term = program.values[place].operands[0]
        lines.append(f"  terms[{sums.index(place)}][k] = v{term};")
    return [*lines, "}"]
