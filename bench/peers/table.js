// The table's columns, as `bench/src/columns.rs` writes them.
export function columns(buffer) {
  const rows = new Uint32Array(buffer, 0, 1)[0];
  let at = 4;
  const take = (Type) => {
    const column = new Type(buffer, at, rows);
    at += Math.ceil((rows * Type.BYTES_PER_ELEMENT) / 4) * 4;
    return column;
  };
  const [day, month, place] = [take(Uint16Array), take(Uint16Array), take(Uint16Array)];
  const [country, kind] = [take(Uint8Array), take(Uint8Array)];
  const [actor, second, third] = [take(Uint16Array), take(Uint16Array), take(Uint16Array)];
  return { rows, day, month, place, country, kind, actor, second, third };
}

export const NOBODY = 65535;
export const SIZES = { actors: 6000, countries: 200, places: 11000, kinds: 25 };

// The first place of each country, and one more: a country is a range of places.
export function borders({ rows, place, country }) {
  const first = new Array(SIZES.countries + 1).fill(SIZES.places);
  for (let i = 0; i < rows; i++) if (place[i] < first[country[i]]) first[country[i]] = place[i];
  for (let c = SIZES.countries - 1; c >= 0; c--) first[c] = Math.min(first[c], first[c + 1]);
  return first;
}

// What `bench/src/asks.rs` asks: days [from, to), an actor, a country.
const actor = (turn) => (turn % 50) * 30 + (turn % 7);
const step = {
  0: (t) => ({ day: [4980 + 30 * (t % 50), 7380 + 30 * (t % 50)] }),
  1: (t) => ({ day: t % 2 ? [30, 8400 - 30 * (((t % 50) / 2) | 0)] : [8400 + 30 * (((t % 50) / 2) | 0), 12000] }),
  2: (t) => (t % 2 ? { day: [3000, 9000], actor: actor(t) } : { day: [3000, 9000] }),
  3: (t) => ({ day: [3000, 9000], actor: actor(t) }),
  4: (t) => ({ day: [3000, 9000], country: t % 40 }),
  5: (t) => ({ day: [5010, 7410], country: t % 40 }),
  6: (t) => (t % 2 ? { day: [3000, 9000 + 30 * (t % 50)] } : {}),
};
export const ask = (operation, turn) => step[operation](turn);
export const before = (operation, turn) => (operation === 5 ? { day: [4980, 7380], country: turn % 40 } : null);

// All counts as one number, facet by facet, as `bench/src/page.rs` folds them.
export function checksum({ total, months, actors, countries, places, kinds }) {
  let sum = 1;
  const fold = (at, count) => {
    sum = (sum + Math.imul(at + 1, count)) | 0;
    sum = (sum << 1) | (sum >>> 31);
  };
  fold(0, total);
  months.forEach((count, at) => fold(at, count));
  actors.forEach((count, at) => fold(at, count));
  countries.forEach((count, at) => fold(at, count));
  places.forEach((count, at) => fold(countries.length + at, count));
  kinds.forEach((count, at) => fold(at, count));
  return sum >>> 0;
}
