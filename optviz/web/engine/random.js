/**
 * numpy's uniform draws, bit for bit: `np.random.Generator(np.random.PCG64([a, b])).random()`.
 *
 * The seeding is numpy's SeedSequence (numpy/random/bit_generator.pyx), after M. E. O'Neill's seed_seq_fe;
 * the generator her PCG XSL-RR 128/64 (numpy/random/src/pcg64): M. E. O'Neill, PCG: A Family of Simple Fast
 * Space-Efficient Statistically Good Algorithms for Random Number Generation, 2014, HMC-CS-2014-0905.
 */

const POOL = 4; // words
const LIMBS = 8; // of 16 bits in a number of 128, the lowest first: sums of their products are exact in float64
const BASE = 0x10000;
const MULTIPLIER = Float64Array.of(0xf645, 0x9fcc, 0xdf64, 0x4385, 0x5da4, 0x1fc6, 0xed05, 0x2360);

export class Draws {
  #pool = new Uint32Array(POOL);
  #state = new Float64Array(LIMBS);
  #step = new Float64Array(LIMBS); // what is added in every step
  #hash = 0;

  /**
   * Begin anew.
   * @param {number} a from 0 to 2^32 - 1
   * @param {number} b the same
   */
  seed(a, b) {
    this.#mix(a, b);
    this.#hash = 0x8b51f9dd;
    const state = this.#state;
    const [high, low] = [this.#words(), this.#words()];
    const [top, bottom] = [this.#words(), this.#words()];
    limbs(this.#step, top, bottom);
    for (let k = LIMBS - 1; k >= 0; k--) {
      const below = k ? this.#step[k - 1] >> 15 : 1;
      this.#step[k] = ((this.#step[k] << 1) & 0xffff) | below;
    }
    limbs(state, high, low);
    for (let k = 0, carry = 0; k < LIMBS; k++) {
      const sum = state[k] + this.#step[k] + carry;
      carry = sum >= BASE ? 1 : 0;
      state[k] = sum - carry * BASE;
    }
    this.#advance();
  }

  /** The next draw as a whole number, from 0 to 2^53 - 1: so many times 2^-53. */
  next() {
    this.#advance();
    const s = this.#state;
    let high = ((s[7] ^ s[3]) << 16) | (s[6] ^ s[2]);
    let low = ((s[5] ^ s[1]) << 16) | (s[4] ^ s[0]);
    let turn = s[7] >> 10;
    if (turn >= 32) {
      [high, low] = [low, high];
      turn -= 32;
    }
    if (turn) {
      const above = (high >>> turn) | (low << (32 - turn));
      low = (low >>> turn) | (high << (32 - turn));
      high = above;
    }
    return (high >>> 0) * 0x200000 + (low >>> 11);
  }

  /** state * MULTIPLIER + step, modulo 2^128, from the highest limb: it needs only those below itself. */
  #advance() {
    const s = this.#state;
    for (let k = LIMBS - 1; k >= 0; k--) {
      let sum = this.#step[k];
      for (let j = 0; j <= k; j++) sum += s[j] * MULTIPLIER[k - j];
      s[k] = sum;
    }
    for (let k = 0, carry = 0; k < LIMBS; k++) {
      const sum = s[k] + carry;
      carry = Math.floor(sum / BASE);
      s[k] = sum - carry * BASE;
    }
  }

  /** @param {number} a @param {number} b */
  #mix(a, b) {
    const pool = this.#pool;
    this.#hash = 0x43b0d7e5;
    for (let k = 0; k < POOL; k++) pool[k] = this.#hashed(k === 0 ? a : k === 1 ? b : 0, 0x931e8875);
    for (let from = 0; from < POOL; from++) {
      for (let to = 0; to < POOL; to++) {
        if (from === to) continue;
        const mixed = Math.imul(0xca01f9dd, pool[to]) - Math.imul(0x4973f715, this.#hashed(pool[from], 0x931e8875));
        pool[to] = mixed ^ ((mixed | 0) >>> 16);
      }
    }
    this.#at = 0;
  }

  #at = 0; // the word of the pool that is next

  /** @param {number} word @param {number} factor */
  #hashed(word, factor) {
    const before = word ^ this.#hash;
    this.#hash = Math.imul(this.#hash, factor);
    const value = Math.imul(before, this.#hash);
    return (value ^ (value >>> 16)) >>> 0;
  }

  /** The next 64 bits of the seed: two words, the lower first. @returns {[number, number]} */
  #words() {
    const low = this.#hashed(this.#pool[this.#at++ % POOL], 0x58f38ded);
    const high = this.#hashed(this.#pool[this.#at++ % POOL], 0x58f38ded);
    return [low, high];
  }
}

/**
 * 128 bits as limbs.
 * @param {Float64Array} into
 * @param {[number, number]} high 64 bits, the lower word first
 * @param {[number, number]} low
 */
function limbs(into, high, low) {
  [...low, ...high].forEach((word, k) => {
    into[2 * k] = word & 0xffff;
    into[2 * k + 1] = word >>> 16;
  });
}
