/** Numbers as people read them: the same words as optviz/numbers.py. */

const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/**
 * A short number for people: 0.05, 30, 10⁵, 2.1·10⁻⁷.
 * @param {number} value
 * @param {number} digits significant ones at most
 */
export function short(value, digits = 3) {
  if (!Number.isFinite(value)) return "–";
  const size = Math.abs(value);
  if (size === 0 || (size >= 1e-3 && size < 1e4)) {
    return minus(String(Number(value.toPrecision(digits))));
  }
  return minus(withPower(value.toExponential(digits - 1)));
}

/** A number as it is in programs, with its power of ten above the line: 2.1e-7 is 2.1·10⁻⁷. @param {string} text */
function withPower(text) {
  const [mantissa, exponent] = text.split("e");
  if (exponent === undefined) return text;
  const power = `10${raised(Number(exponent))}`;
  const factor = String(Number(mantissa));
  return factor === "1" ? power : factor === "-1" ? `-${power}` : `${factor}·${power}`;
}

/** @param {number} exponent */
function raised(exponent) {
  const digits = [...String(Math.abs(exponent))].map((digit) => SUPERSCRIPTS[Number(digit)]);
  return (exponent < 0 ? "⁻" : "") + digits.join("");
}

/** @param {string} text */
function minus(text) {
  return text.replace("-", "−");
}

const MOST_DECIMALS = 3; // of a share in percent

/**
 * Parts of a whole in percent: they add up to 100 as they are written, with as few decimals as tell each part that is
 * there from none.
 * @param {number[]} counts
 */
export function percents(counts) {
  const total = counts.reduce((sum, each) => sum + each, 0);
  let [decimals, units] = [0, counts.map(() => 0)];
  for (; total && decimals <= MOST_DECIMALS; decimals++) {
    const whole = 100 * 10 ** decimals;
    units = counts.map((count) => Math.floor((whole * count) / total));
    const left = whole - units.reduce((sum, each) => sum + each, 0);
    const byRest = [...counts.keys()].sort((a, b) => ((whole * counts[b]) % total) - ((whole * counts[a]) % total));
    for (const k of byRest.slice(0, left)) units[k] += 1;
    if (decimals === MOST_DECIMALS || counts.every((count, k) => !count || units[k])) break;
  }
  return units.map((unit, k) => {
    if (unit) return `${(unit / 10 ** decimals).toFixed(decimals)} %`;
    return counts[k] ? `< ${10 ** -decimals} %` : "0 %";
  });
}

/** As Python's "{:,g}" has it: 12,500. @param {number} value */
export function grouped(value) {
  return general(value).replace(/^\d{4,}/, (digits) => digits.replace(/\B(?=(\d{3})+$)/g, ","));
}

/** A hyper-parameter: in six digits; in all where six would say 1, which a share like μ cannot be. @param {number} value */
export function inWords(value) {
  const said = general(value);
  return said === "1" ? String(value) : withPower(said);
}

/**
 * A number as Python's "%g" has it: six digits, 0.05, 1e-05, 1e+06.
 * @param {number} value
 * @param {number} digits
 */
export function general(value, digits = 6) {
  const [mantissa, exponent] = value.toExponential(digits - 1).split("e");
  const power = Number(exponent);
  if (power >= -4 && power < digits) return String(Number(value.toPrecision(digits)));
  const sign = power < 0 ? "-" : "+";
  return `${Number(mantissa)}e${sign}${String(Math.abs(power)).padStart(2, "0")}`;
}
