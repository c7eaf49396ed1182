// The search beside its peers: node text.mjs DATA ROUNDS DOCUMENT LOG. Engines take turns within a round, each in a
// fresh browser; a plain scan counts what every query must find. Writes what stands between the document's marks.
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { chromium } from "playwright-core";
import { build } from "esbuild";
import { serve } from "./serve.mjs";

const root = path.dirname(new URL(import.meta.url).pathname);
const [data, rounds, document, beside] = process.argv.slice(2);
const NAMES = { ours: "Fieldbook", rules: "Fieldbook, all rules", flexsearch: "FlexSearch", minisearch: "MiniSearch", sqlite: "SQLite FTS4" };
const engines = Object.keys(NAMES);
const queries = JSON.parse(fs.readFileSync(`${root}/out/${data}/queries.json`, "utf8"));
const lines = fs.readFileSync(`${root}/out/${data}/texts.txt`, "utf8").trimEnd().split("\n");

// The oracle: every document, word by word.
const expected = new Array(queries.length).fill(0);
const wanted = queries.map((query) => query.split(" "));
for (const line of lines) {
  const words = new Set(line.split(" "));
  wanted.forEach((query, at) => (expected[at] += query.every((word) => words.has(word))));
}

await build({
  entryPoints: engines.map((name) => `${root}/peers/text/${name}.js`),
  bundle: true,
  format: "esm",
  outdir: `${root}/out/peers/text`,
  logLevel: "error",
  external: ["/out/*"],
});
const server = await serve(root);
const origin = `http://127.0.0.1:${server.address().port}`;
const log = { date: new Date().toISOString(), documents: lines.length, cpus: os.cpus().length, model: os.cpus()[0]?.model, queries, expected, runs: [] };

// Runs in the page: builds an engine, asks every query again and again in changing order.
async function measure({ engine, data, queries }) {
  const { start } = await import(`/out/peers/text/${engine}.js`);
  const text = await (await fetch(`/out/${data}/texts.txt`)).text();
  const it = await start(text);
  const found = queries.map((query) => it.ask(query));
  const times = queries.map(() => []);
  for (let turn = 0; turn < 31; turn++) {
    for (let at = 0; at < queries.length; at++) {
      const query = (at * 7 + turn) % queries.length;
      const began = performance.now();
      it.ask(queries[query]);
      if (turn > 5) times[query].push(performance.now() - began);
    }
  }
  const median = (list) => list.sort((a, b) => a - b)[list.length >> 1];
  return { built: it.built, longest: it.longest, memory: it.memory?.(), found, medians: times.map(median) };
}

for (let round = 0; round < +rounds; round++) {
  for (const engine of engines) {
    const browser = await chromium.launch({
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      headless: true,
      args: ["--no-sandbox", "--disable-background-networking", "--no-first-run", "--js-flags=--max-old-space-size=8192"],
    });
    const page = await (await browser.newContext()).newPage();
    page.setDefaultTimeout(600_000);
    await page.goto(`${origin}/page.html`);
    const load = os.loadavg()[0];
    const result = await page.evaluate(`(${measure})(${JSON.stringify({ engine, data, queries })})`);
    log.runs.push({ round, engine, load, ...result });
    process.stderr.write(`${engine} ${round}: built ${result.built.toFixed(0)} ${result.medians.map((ms) => ms.toFixed(3)).join(" ")}\n`);
    await browser.close();
    fs.writeFileSync(`${root}/out/text-so-far.json`, JSON.stringify(log));
  }
}
server.close();

const middle = (list) => list.toSorted((a, b) => a - b)[list.length >> 1];
const GROUPS = { "two words": [0, 6], "three words": [6, 9], "one common word": [9, 12], "one rarer word": [12, 15] };
const within = (run, group) => middle(run.medians.slice(...GROUPS[group]));
const of = (engine) => log.runs.filter((run) => run.engine === engine);
const out = [];
const row = (cells) => out.push(`| ${cells.join(" | ")} |`);
const loads = log.runs.map((run) => run.load);
out.push(`${log.documents.toLocaleString("en")} documents, ${rounds} rounds, load average ${Math.min(...loads).toFixed(1)} to ${Math.max(...loads).toFixed(1)} on ${log.cpus} CPUs; raw log: \`${beside.replace(/.*docs\//, "")}\`. Milliseconds, median of queries and rounds; in brackets how many times as long as Fieldbook in the same round, least to most.`, "");
row(["", ...engines.map((engine) => NAMES[engine])]);
row(["---", ...engines.map(() => "---:")]);
for (const group of Object.keys(GROUPS)) {
  row([group, ...engines.map((engine) => {
    const ratios = of(engine).map((run) => within(run, group) / within(of("ours").find((own) => own.round === run.round), group)).toSorted((a, b) => a - b);
    const ratio = engine === "ours" ? "" : ` (${ratios[0].toFixed(1)}–${ratios.at(-1).toFixed(1)}×)`;
    return `${middle(of(engine).map((run) => within(run, group))).toFixed(3)}${ratio}`;
  })]);
}
row(["building the index, s", ...engines.map((engine) => (middle(of(engine).map((run) => run.built)) / 1000).toFixed(1))]);
const wrong = engines.filter((engine) => engine !== "rules" && of(engine).some((run) => JSON.stringify(run.found) !== JSON.stringify(expected)));
out.push("", wrong.length ? `Other hits than a plain scan: ${wrong.map((engine) => NAMES[engine]).join(", ")}.` : "All engines find exactly what a plain scan finds (Fieldbook's rules find more, and are not compared).");
out.push(`Longest slice of building in Fieldbook: ${middle(of("ours").map((run) => run.longest)).toFixed(0)} ms; its memory afterwards: ${(middle(of("ours").map((run) => run.memory)) / 1048576).toFixed(0)} MiB, texts included.`);
const text = out.join("\n");
process.stdout.write(`${text}\n`);
const [start, end] = ["<!-- texts -->", "<!-- /texts -->"];
const before = fs.readFileSync(document, "utf8");
fs.writeFileSync(document, before.replace(new RegExp(`${start}[^]*${end}`), () => `${start}\n\n${text}\n\n${end}`));
fs.writeFileSync(beside, `${JSON.stringify(log)}\n`);
