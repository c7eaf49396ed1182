// Falcon on Arrow: the first actor only, since it has no dimension of several values; so its counts are compared
// facet by facet but for the actors. It answers brushes of its active view at once, and needs to make another
// view active before it can be brushed: that is what "first brush after another clause changed" costs it.
import { tableFromArrays } from "apache-arrow";
import { ArrowDB, FalconVis } from "falcon-vis";
import { SIZES, ask, before, checksum, columns } from "./table.js";

const all = (size) => Array.from({ length: size }, (_, i) => i);

export async function start({ buffer }) {
  const { rows, day, month, place, country, kind, actor } = columns(buffer);
  const falcon = new FalconVis(new ArrowDB(tableFromArrays({ day, month, place, country, kind, actor })));
  // A pixel is thirty days.
  const days = await falcon.view1D({
    type: "continuous", name: "day", resolution: 400, binConfig: { start: 0, stop: 12000, step: 30 },
  });
  const categorical = (name, size) => falcon.view1D({ type: "categorical", name, range: all(size) });
  const views = {
    actors: await categorical("actor", SIZES.actors),
    countries: await categorical("country", SIZES.countries),
    places: await categorical("place", SIZES.places),
    kinds: await categorical("kind", SIZES.kinds),
  };
  const total = await falcon.view0D();
  await falcon.link();
  await days.activate();
  const set = async (filter) => {
    await days.select(filter.day);
    return views.kinds.state.filter[0];
  };
  return {
    rows,
    operations: [0, 1, 5, 6],
    prepare: async (operation, turn) => {
      const filter = before(operation, turn);
      if (!filter) return;
      // The other clause: a country, in a view of its own, which has to be active to be chosen in.
      await views.countries.activate();
      await views.countries.select([filter.country]);
    },
    ask: async (operation, turn) => {
      if (operation === 5) await days.activate();
      return set(ask(operation, turn));
    },
    reset: async () => {
      await views.countries.activate();
      await views.countries.select();
      await days.activate();
    },
    checksum: async (operation, turn) => {
      await set(ask(operation, turn));
      const counts = (view) => [...view.state.filter];
      return checksum({ total: total.state.filter ?? 0, months: [], actors: [], countries: counts(views.countries), places: counts(views.places), kinds: counts(views.kinds) });
    },
  };
}
