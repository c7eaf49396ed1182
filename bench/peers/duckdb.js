// DuckDB-WASM: the exception-handling build in its worker, prepared queries, one a facet, submitted together.
// Actors stand in a table of their own with every column that may filter them.
import * as duckdb from "@duckdb/duckdb-wasm";
import { tableFromArrays, tableToIPC } from "apache-arrow";
import { NOBODY, SIZES, ask, before, borders, checksum, columns } from "./table.js";

const FACETS = { months: "month", actors: "actor", countries: "country", places: "place", kinds: "kind" };

export async function start({ buffer }) {
  const table = columns(buffer);
  const first = borders(table);
  const worker = new Worker("/node_modules/@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js");
  const db = new duckdb.AsyncDuckDB({ log() {} }, worker);
  await db.instantiate("/node_modules/@duckdb/duckdb-wasm/dist/duckdb-eh.wasm");
  const connection = await db.connect();
  const { rows, day, month, place, country, kind, actor, second, third } = table;
  const load = (name, arrays) =>
    connection.insertArrowFromIPCStream(tableToIPC(tableFromArrays(arrays), "stream"), { name, create: true });
  await load("e", { day, month, place, country, kind, a1: actor, a2: second, a3: third });
  const held = [];
  for (const list of [actor, second, third]) for (let i = 0; i < rows; i++) if (list[i] !== NOBODY) held.push(i);
  const each = (column, Type) => Type.from(held, (i) => column[i]);
  const actors = new Uint16Array(held.length);
  let at = 0;
  for (const list of [actor, second, third]) for (let i = 0; i < rows; i++) if (list[i] !== NOBODY) actors[at++] = list[i];
  await load("a", { day: each(day, Uint16Array), place: each(place, Uint16Array), actor: actors });
  // A clause never filters its own facet; one that is not set lets everything through.
  const where = (facet) =>
    [
      facet === "month" ? "" : "day >= ? and day < ?",
      facet === "country" || facet === "place" ? "" : "place >= ? and place < ?",
    ].filter(Boolean);
  const prepared = {};
  for (const [name, column] of [...Object.entries(FACETS), ["total", null]]) {
    for (const filtered of [false, true]) {
      if (column === "actor" && filtered) continue;
      const clauses = where(column).concat(filtered ? "(a1 = ? or a2 = ? or a3 = ?)" : []);
      const key = column ? `${column} as k, ` : "";
      const sql = `select ${key}count(*)::int as n from ${column === "actor" ? "a" : "e"} where ${clauses.join(" and ")}${column ? " group by k" : ""}`;
      prepared[`${name} ${filtered}`] = await connection.prepare(sql);
    }
  }
  const run = async (filter) => {
    const range = filter.day ?? [0, 65535];
    const places = filter.country === undefined ? [0, 65535] : [first[filter.country], first[filter.country + 1]];
    const ask = (name, column) => {
      const filtered = filter.actor !== undefined && column !== "actor";
      const parameters = [
        ...(column === "month" ? [] : range),
        ...(column === "country" || column === "place" ? [] : places),
        ...(filtered ? [filter.actor, filter.actor, filter.actor] : []),
      ];
      return prepared[`${name} ${filtered}`].query(...parameters);
    };
    const names = [...Object.entries(FACETS), ["total", null]];
    const results = await Promise.all(names.map(([name, column]) => ask(name, column)));
    return Object.fromEntries(
      names.map(([name, column], i) => {
        const n = results[i].getChild("n")?.toArray() ?? [];
        return [name, column ? { k: results[i].getChild("k")?.toArray() ?? [], n } : n[0]];
      }),
    );
  };
  const counts = ({ k, n }, size) => {
    const list = new Array(size).fill(0);
    for (let i = 0; i < k.length; i++) list[k[i]] = n[i];
    return list;
  };
  return {
    rows,
    prepare: (operation, turn) => before(operation, turn) && run(before(operation, turn)),
    ask: async (operation, turn) => (await run(ask(operation, turn))).total,
    checksum: async (operation, turn) => {
      const r = await run(ask(operation, turn));
      return checksum({
        total: r.total,
        months: counts(r.months, month[rows - 1] + 1),
        actors: counts(r.actors, SIZES.actors),
        countries: counts(r.countries, SIZES.countries),
        places: counts(r.places, SIZES.places),
        kinds: counts(r.kinds, SIZES.kinds),
      });
    },
  };
}
