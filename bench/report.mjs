// Turns raw logs into tables: node report.mjs FOLDER DOCUMENT LOG-BESIDE-IT; the folder holds log.json, bytes.json,
// compiled.json and growth.json. Writes what stands between the
// marks in the document, and the logs beside it; prints the tables.
import fs from "node:fs";

const [folder, document, beside] = process.argv.slice(2);
const read = (name) => JSON.parse(fs.readFileSync(`${folder}/${name}.json`, "utf8"));
const [raw, sizes, compiled, growth] = ["log", "bytes", "compiled", "growth"].map(read);
const NAMES = { ours: "Fieldbook", open: "Fieldbook, a tenth open", crossfilter: "crossfilter2", duckdb: "DuckDB-WASM", falcon: "Falcon" };
const engines = Object.keys(NAMES).filter((name) => raw.runs.some((run) => run.engine === name));
// The first round warms the machine; where there is but one, it counts.
const last = Math.max(...raw.runs.map((run) => run.round));
const counted = raw.runs.filter((run) => last === 0 || run.round > 0);
const middle = (list) => list.toSorted((a, b) => a - b)[list.length >> 1];
const of = (engine, look) => counted.filter((run) => run.engine === engine).map(look).filter((value) => value !== undefined);
const shown = (value) => (value === undefined ? "–" : value >= 100 ? value.toFixed(0) : value >= 1 ? value.toFixed(2) : value.toFixed(3));
const lines = [];
const row = (cells) => lines.push(`| ${cells.join(" | ")} |`);
const head = (first, cells) => {
  row([first, ...cells]);
  row(["---", ...cells.map(() => "---:")]);
};
// The median over rounds of the ratio within each round, with the least and the most.
const ratio = (engine, look, ours = "ours") => {
  const pairs = counted.filter((run) => run.engine === ours).map((run) => {
    const other = counted.find((peer) => peer.engine === engine && peer.round === run.round);
    return other && look(other) !== undefined ? look(other) / look(run) : undefined;
  });
  const list = pairs.filter((value) => value !== undefined).toSorted((a, b) => a - b);
  const brief = (value) => (value >= 10 ? value.toFixed(0) : value.toFixed(1));
  return list.length ? `${brief(middle(list))}× (${brief(list[0])}–${brief(list.at(-1))})` : "–";
};
const rows = counted[0].rows.toLocaleString("en");
const loads = raw.runs.map((run) => run.load);
lines.push(`${rows} events, ${last + 1} rounds, ${raw.cpus} CPUs (${raw.model}), load average ${Math.min(...loads).toFixed(1)} to ${Math.max(...loads).toFixed(1)}; raw log: \`${beside.replace(/.*docs\//, "")}\`.`, "");
lines.push("Milliseconds, median (95th percentile), all facets under all other clauses; median over rounds:", "");
head("operation", engines.map((engine) => NAMES[engine]));
raw.operations.forEach((name, at) => {
  row([name, ...engines.map((engine) => {
    const medians = of(engine, (run) => run.operations[at]?.median);
    const high = of(engine, (run) => run.operations[at]?.p95);
    return medians.length ? `${shown(middle(medians))} (${shown(middle(high))})` : "–";
  })]);
});
lines.push("", "How many times as long the others take, within one round (least to most over rounds):", "");
const peers = engines.filter((engine) => !["ours", "open"].includes(engine));
head("operation", peers.map((engine) => NAMES[engine]));
raw.operations.forEach((name, at) => row([name, ...peers.map((engine) => ratio(engine, (run) => run.operations[at]?.median))]));
row(["data at hand to first counts", ...peers.map((engine) => ratio(engine, (run) => run.ready))]);
row(["navigation to first counts", ...peers.map((engine) => ratio(engine, (run) => run.cold))]);
row(["memory of the tab (PSS)", ...peers.map((engine) => ratio(engine, (run) => run.pss))]);
lines.push("");
head("", engines.map((engine) => NAMES[engine]));
row(["data at hand to first counts, ms", ...engines.map((engine) => shown(middle(of(engine, (run) => run.ready))))]);
row(["navigation to first counts, ms", ...engines.map((engine) => shown(middle(of(engine, (run) => run.cold))))]);
row(["memory of the tab (PSS), MiB; a blank one holds " + shown(middle(counted.map((run) => run.blank))), ...engines.map((engine) => shown(middle(of(engine, (run) => run.pss))))]);
const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);
const ours = raw.runs.find((run) => run.engine === "ours" && run.round === 0);
const agreeing = peers.filter((engine) => {
  const peer = raw.runs.find((run) => run.engine === engine && run.round === 0);
  const expect = engine === "falcon" ? ours.some : ours.checksums;
  return Object.entries(peer.checksums).every(([operation, sums]) => same(sums, expect[operation]));
});
lines.push("", `Counts of every facet equal to ours in all sampled steps: ${agreeing.map((engine) => NAMES[engine]).join(", ") || "none"}.`, "");
lines.push("Bytes:", "");
head("", ["bytes", "an event", "Fieldbook is"]);
for (const [name, size] of Object.entries(sizes.sizes)) {
  row([name, size.toLocaleString("en"), (size / sizes.rows).toFixed(2), name === "Fieldbook" ? "" : `${(sizes.sizes.Fieldbook / size).toFixed(2)}×`]);
}
lines.push("", "The same table with names, ids and coordinates, as it is passed on, and slices of UCDP GED with all headlines, as CSV, as Parquet and as a corpus (unpacked, and as a host sends it: brotli, or gzip):", "");
head("table", ["rows", "CSV", "Parquet, zstd 3", "zstd 19", "Fieldbook", "brotli", "gzip", "brotli of zstd 3", "gzip of zstd 3", "read, s", "all, s", "rows a second", "peak memory / CSV"]);
for (const it of compiled) {
  const other = sizes.tables?.[it.table];
  const whole = (value) => (value === undefined ? "–" : value.toLocaleString("en"));
  const share = (size) => (other ? (size / other["zstd 3"]).toFixed(2) : "–");
  row([it.name, whole(it.rows), whole(it.plain), whole(other?.["zstd 3"]), whole(other?.["zstd 19"]), whole(it.corpus), whole(it.brotli), whole(it.gzip), share(it.brotli), share(it.gzip), it.read.toFixed(2), it.whole.toFixed(2), whole(Math.round(it.perSecond)), (it.peak / it.plain).toFixed(1)]);
}
if (growth.length) {
  lines.push("", "Growth, ours alone (slope: of the logarithms, from the first size to the last):", "");
  const points = [...growth.map((log) => log.runs.at(-1)), counted.find((run) => run.engine === "ours")];
  head("", [...points.map((run) => run.rows.toLocaleString("en")), "slope"]);
  const grows = (name, look) => {
    const values = points.map(look);
    const slope = Math.log(values.at(-1) / values[0]) / Math.log(points.at(-1).rows / points[0].rows);
    row([name, ...values.map(shown), Number.isFinite(slope) ? slope.toFixed(2) : "–"]);
  };
  grows(raw.operations[0] + ", ms", (run) => run.operations[0].median);
  grows(raw.operations[1] + ", ms", (run) => run.operations[1].median);
  grows("corpus, kB", (run) => run.bytes / 1000);
  grows("data at hand to first counts, ms", (run) => run.ready);
  grows("memory of the tab above a blank one, MiB", (run) => run.pss - run.blank);
}
const text = lines.join("\n");
process.stdout.write(`${text}\n`);
const before = fs.readFileSync(document, "utf8");
const [start, end] = ["<!-- measured -->", "<!-- /measured -->"];
const after = before.replace(new RegExp(`${start}[^]*${end}`), () => `${start}\n\n${text}\n\n${end}`);
fs.writeFileSync(document, after);
fs.writeFileSync(beside, `${JSON.stringify({ ...raw, bytes: sizes, compiled, growth })}\n`);
