/** Listening to what outlives the listener, as a window does a player that Streamlit has taken off the page. */

/**
 * Act on events as long as something else holds the one that acts.
 * @template {object} T
 * @param {EventTarget} target
 * @param {string} type
 * @param {T} whose
 * @param {(whose: T, event: any) => void} act must not hold `whose` itself
 */
export function whileThere(target, type, whose, act) {
  const held = new WeakRef(whose);
  target.addEventListener(type, function hear(event) {
    const there = held.deref();
    if (there) act(there, event);
    else target.removeEventListener(type, hear);
  });
}
