/**
 * The sum of some numbers, added in the order in which numpy adds them: by halves, and in blocks of at
 * most 128 with eight partial sums.
 *
 * @param {Float64Array} terms
 * @param {number} begin
 * @param {number} count
 * @returns {number}
 */
export function sum(terms, begin, count) {
  if (count < 8) {
    let total = -0;
    for (let k = begin; k < begin + count; k++) total += terms[k];
    return total;
  }
  if (count > 128) {
    let half = count >> 1;
    half -= half % 8;
    return sum(terms, begin, half) + sum(terms, begin + half, count - half);
  }
  const whole = begin + count - (count % 8);
  let a = terms[begin];
  let b = terms[begin + 1];
  let c = terms[begin + 2];
  let d = terms[begin + 3];
  let e = terms[begin + 4];
  let f = terms[begin + 5];
  let g = terms[begin + 6];
  let h = terms[begin + 7];
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
