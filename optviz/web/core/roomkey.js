/** The key of a teacher's room, in the tab: a page that is reloaded, or has a new server, asks for its room by it. */

const NAME = "optviz/room";

/** @typedef {{code: string, teacher: string, invite: string}} RoomKey */

/** @param {RoomKey} key */
export function keepRoom({ code, teacher, invite }) {
  try {
    sessionStorage.setItem(NAME, JSON.stringify({ code, teacher, invite }));
  } catch {
    // a browser that keeps nothing: after a reload the room is opened anew
  }
}

export function forgetRoom() {
  try {
    sessionStorage.removeItem(NAME);
  } catch {
    // as above
  }
}

/** @returns {RoomKey | null} */
export function keptRoom() {
  try {
    return JSON.parse(sessionStorage.getItem(NAME) ?? "null");
  } catch {
    return null;
  }
}
