// The benchmark: engines in headless Chromium, interleaved, each in a fresh context. Prints one JSON object.
// node run.mjs DATA ROUNDS [ENGINE...]; DATA is a folder with columns.bin, corpus.bin and operations.txt below `out/`.
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { chromium } from "playwright-core";
import { build } from "esbuild";
import { serve } from "./serve.mjs";

const root = path.dirname(new URL(import.meta.url).pathname);
const [data, rounds, ...wanted] = process.argv.slice(2);
const engines = wanted.length ? wanted : ["ours", "open", "crossfilter", "duckdb", "falcon"];
const names = fs.readFileSync(`${root}/out/${data}/operations.txt`, "utf8").split("\n");
const WARM = 30;
const SAMPLES = 31;

await build({
  entryPoints: ["ours", "crossfilter", "duckdb", "falcon"].map((name) => `${root}/peers/${name}.js`),
  bundle: true,
  format: "esm",
  outdir: `${root}/out/peers`,
  logLevel: "error",
  external: ["/out/*"],
  alias: { "@heavyai/connector": `${root}/peers/absent.js` },
  define: { "process.env.NODE_ENV": '"production"', global: "globalThis" },
});

const server = await serve(root);
const origin = `http://127.0.0.1:${server.address().port}`;
const log = { date: new Date().toISOString(), data, cpus: os.cpus().length, model: os.cpus()[0]?.model, operations: names, runs: [] };

// Runs in the page: times every operation of one engine.
async function measure({ engine, data, operations, warm, samples, check }) {
  const fetched = performance.now();
  const { start } = await import(`/out/peers/${engine}.js`);
  const bytes = async (name) => (await fetch(`/out/${data}/${name}`)).arrayBuffer();
  const input = engine === "ours" ? { corpus: await bytes("corpus.bin") } : { buffer: await bytes("columns.bin") };
  const began = performance.now();
  const it = await start(input);
  await it.ask(6, 0);
  const ready = performance.now();
  // From navigation: until the empty page stood, then code, data, opening and the first counts.
  const cold = performance.getEntriesByType("navigation")[0].loadEventEnd + ready - fetched;
  const result = { rows: it.rows, fetch: began - fetched, ready: ready - began, cold, operations: {}, checksums: {} };
  for (const operation of it.operations ?? operations) {
    if (check && operation !== 5) {
      result.checksums[operation] = [];
      for (const turn of [0, 1, 2, 7, 8]) result.checksums[operation].push(await it.checksum(operation, turn));
      if (it.checksum_of_some) {
        result.some ??= {};
        result.some[operation] = [0, 1, 2, 7, 8].map((turn) => it.checksum_of_some(operation, turn));
      }
    }
    const times = [];
    let sum = 0;
    // Warm: at least so many times, and long enough for the browser to have compiled what it will compile.
    const begun = performance.now();
    let first;
    let turn = 0;
    for (; turn < warm || (performance.now() - begun < 500 && turn < 20 * warm); turn++) {
      if (operation === 5) await it.prepare(operation, turn);
      const t = performance.now();
      await it.ask(operation, turn);
      first ??= performance.now() - t;
    }
    // Short operations are repeated within one sample, so that the clock's step does not matter.
    const repeat = operation !== 5 && (performance.now() - begun) / turn < 0.5 ? 16 : 1;
    for (let sample = 0; sample < samples; sample++) {
      let spent = 0;
      for (let i = 0; i < repeat; i++, turn++) {
        if (operation === 5) await it.prepare(operation, turn);
        const t = performance.now();
        const shown = it.ask(operation, turn);
        sum += typeof shown === "number" ? shown : await shown;
        spent += performance.now() - t;
      }
      times.push(spent / repeat);
    }
    if (it.reset) await it.reset();
    times.sort((a, b) => a - b);
    const at = (share) => times[Math.min(times.length - 1, Math.floor(times.length * share))];
    result.operations[operation] = { first, median: at(0.5), p95: at(0.95), min: times[0], sum };
  }
  result.memory = it.memory?.();
  globalThis.kept = it;
  return result;
}

for (let round = 0; round < +rounds; round++) {
  for (const engine of engines) {
    const browser = await chromium.launch({
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      headless: true,
      args: ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--no-first-run", "--js-flags=--max-old-space-size=8192"],
    });
    const page = await (await browser.newContext()).newPage();
    page.on("pageerror", (error) => process.stderr.write(`${engine}: ${error}\n`));
    await page.goto(`${origin}/page.html`);
    const blank = await memory(browser);
    const load = os.loadavg()[0];
    const input = {
      engine: engine === "open" ? "ours" : engine,
      data: engine === "open" ? `${data}-open` : data,
      operations: [...names.keys()],
      warm: WARM,
      samples: SAMPLES,
      check: round === 0,
    };
    const result = await page.evaluate(`(${measure})(${JSON.stringify(input)})`);
    const session = await page.context().newCDPSession(page);
    await session.send("HeapProfiler.collectGarbage").catch(() => {});
    log.runs.push({ round, engine, load, blank, bytes: fs.statSync(`${root}/out/${input.data}/${input.engine === "ours" ? "corpus" : "columns"}.bin`).size, pss: await memory(browser), ...result });
    process.stderr.write(`${engine} ${round}: ${JSON.stringify(Object.fromEntries(Object.entries(result.operations).map(([k, v]) => [k, +v.median.toFixed(4)])))} ready ${result.ready.toFixed(0)}\n`);
    await browser.close();
    // Kept as it goes, so that an interrupted run is not lost.
    fs.writeFileSync(`${root}/out/log-so-far.json`, JSON.stringify(log));
  }
}
server.close();
process.stdout.write(JSON.stringify(log, null, 1));

// What the renderer holds, in MiB: its share of memory as the kernel counts it.
async function memory(browser) {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  const share = ({ id }) => {
    try {
      return +/Pss:\s+(\d+)/.exec(fs.readFileSync(`/proc/${id}/smaps_rollup`, "utf8"))[1] / 1024;
    } catch {
      return 0;
    }
  };
  return Math.max(...processInfo.filter(({ type }) => type === "renderer").map(share));
}
