// What the corpus and the same rows take: node bytes.mjs FOLDER PYTHON [TABLE...] prints JSON. Each table stands beside
// what `compiling` printed of it (out/compiled.json).
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import zlib from "node:zlib";

const [folder, python = "python3", ...tables] = process.argv.slice(2);
const whole = fs.readFileSync(`${folder}/whole.bin`);
const rows = fs.readFileSync(`${folder}/columns.bin`).readUInt32LE(0);
const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_LGWIN, BROTLI_PARAM_SIZE_HINT } = zlib.constants;
const brotli = (bytes) => {
  const params = { [BROTLI_PARAM_QUALITY]: 11, [BROTLI_PARAM_LGWIN]: 24, [BROTLI_PARAM_SIZE_HINT]: bytes.length };
  return zlib.brotliCompressSync(bytes, { params }).length;
};
// Texts of more than a quarter of a megabyte are left to who sends the corpus: a host sends it as brotli.
const corpus = fs.readFileSync(`${folder}/corpus.bin`);
const sizes = { Fieldbook: brotli(corpus), "Fieldbook, unpacked": corpus.length };
sizes["brotli 11 of the columns"] = brotli(whole);
sizes["gzip 9 of the columns"] = zlib.gzipSync(whole, { level: 9 }).length;
const note = {};
try {
  const script = new URL("bytes.py", import.meta.url).pathname;
  const args = [script, folder, ...tables];
  const { sizes: parquet, ...rest } = JSON.parse(execFileSync(python, args, { stdio: ["ignore", "pipe", "inherit"] }));
  Object.assign(sizes, parquet);
  Object.assign(note, rest);
} catch {
  note.pyarrow = "not there; install pyarrow, or give a Python that has it";
}
process.stdout.write(JSON.stringify({ rows, sizes, ...note }));
