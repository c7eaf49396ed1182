// crossfilter2: an array dimension for the actors, a range of places for a country.
import crossfilter from "crossfilter2";
import { NOBODY, SIZES, ask, before, borders, checksum, columns } from "./table.js";

export async function start({ buffer }) {
  const table = columns(buffer);
  const first = borders(table);
  const records = Array.from({ length: table.rows }, (_, i) => ({
    day: table.day[i],
    month: table.month[i],
    place: table.place[i],
    country: table.country[i],
    kind: table.kind[i],
    actors: [table.actor[i], table.second[i], table.third[i]].filter((actor) => actor !== NOBODY),
  }));
  const cross = crossfilter(records);
  const day = cross.dimension((d) => d.day);
  const place = cross.dimension((d) => d.place);
  const kind = cross.dimension((d) => d.kind);
  const actor = cross.dimension((d) => d.actors, true);
  const monthOf = [];
  for (let i = 0; i < table.rows; i++) monthOf[table.day[i]] = table.month[i];
  const countryOf = [];
  for (let i = 0; i < table.rows; i++) countryOf[table.place[i]] = table.country[i];
  const groups = {
    months: day.group((d) => monthOf[d]),
    actors: actor.group(),
    countries: place.group((p) => countryOf[p]),
    places: place.group(),
    kinds: kind.group(),
  };
  const all = cross.groupAll();
  const touch = () => Object.values(groups).reduce((sum, group) => sum + group.all().length, all.value());
  let now = {};
  const same = (a, b) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
  const set = (filter) => {
    if (!same(filter.day, now.day)) filter.day ? day.filterRange(filter.day) : day.filterAll();
    if (!same(filter.actor, now.actor)) filter.actor === undefined ? actor.filterAll() : actor.filterExact(filter.actor);
    if (!same(filter.country, now.country)) {
      if (filter.country === undefined) place.filterAll();
      else place.filterRange([first[filter.country], first[filter.country + 1]]);
    }
    now = filter;
    return touch();
  };
  const counts = (group, size) => {
    const list = new Array(size).fill(0);
    for (const { key, value } of group.all()) list[key] = value;
    return list;
  };
  return {
    rows: table.rows,
    prepare: (operation, turn) => before(operation, turn) && set(before(operation, turn)),
    ask: (operation, turn) => set(ask(operation, turn)),
    checksum: (operation, turn) => {
      set(ask(operation, turn));
      return checksum({
        total: all.value(),
        months: counts(groups.months, Math.max(...table.month.slice(-1)) + 1),
        actors: counts(groups.actors, SIZES.actors),
        countries: counts(groups.countries, SIZES.countries),
        places: counts(groups.places, SIZES.places),
        kinds: counts(groups.kinds, SIZES.kinds),
      });
    },
  };
}
