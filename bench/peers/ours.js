// Our side: the engine as a module.
import init, { Page } from "/out/engine/bench.js";

export async function start({ corpus }) {
  const wasm = await init();
  const page = new Page(new Uint8Array(corpus));
  return {
    rows: page.rows(),
    prepare: (operation, turn) => page.prepare(operation, turn),
    ask: (operation, turn) => page.ask(operation, turn),
    checksum: (operation, turn) => page.checksum(operation, turn) >>> 0,
    checksum_of_some: (operation, turn) => page.checksum_of_some(operation, turn) >>> 0,
    memory: () => wasm.memory.buffer.byteLength,
  };
}
