// What the corpus and the same columns take: node bytes.mjs FOLDER [PYTHON] prints JSON.
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import zlib from "node:zlib";

const [folder, python = "python3"] = process.argv.slice(2);
const whole = fs.readFileSync(`${folder}/whole.bin`);
const rows = fs.readFileSync(`${folder}/columns.bin`).readUInt32LE(0);
const sizes = { Fieldbook: fs.statSync(`${folder}/corpus.bin`).size };
const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_LGWIN, BROTLI_PARAM_SIZE_HINT } = zlib.constants;
const params = { [BROTLI_PARAM_QUALITY]: 11, [BROTLI_PARAM_LGWIN]: 24, [BROTLI_PARAM_SIZE_HINT]: whole.length };
sizes["brotli 11 of the columns"] = zlib.brotliCompressSync(whole, { params }).length;
sizes["gzip 9 of the columns"] = zlib.gzipSync(whole, { level: 9 }).length;
const note = {};
try {
  const script = new URL("bytes.py", import.meta.url).pathname;
  const { sizes: parquet, pyarrow } = JSON.parse(execFileSync(python, [script, folder], { stdio: ["ignore", "pipe", "ignore"] }));
  Object.assign(sizes, parquet);
  note.pyarrow = pyarrow;
} catch {
  note.pyarrow = "not there; install pyarrow, or give a Python that has it";
}
process.stdout.write(JSON.stringify({ rows, sizes, ...note }));
