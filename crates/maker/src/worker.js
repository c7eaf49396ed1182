// The compiler, away from the page: starts the module, then does what the page orders, one order at a time.
// The glue stands before this script.
"use strict";
(() => {
  let shell;

  // Bytes of a part of the page, as its data blocks hold them: base64 of gzip.
  async function unpack(text) {
    const bytes = Uint8Array.fromBase64
      ? Uint8Array.fromBase64(text)
      : Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
    // Not through a blob: WebKit reads none in the worker of a page from disk.
    const stream = new DecompressionStream("gzip");
    const writer = stream.writable.getWriter();
    const written = writer.write(bytes).then(() => writer.close());
    written.catch(() => {}); // Awaited below.
    const unpacked = new Uint8Array(await new Response(stream.readable).arrayBuffer());
    await written;
    return unpacked;
  }

  const orders = {
    async begin({ wasm, reader }) {
      await wasm_bindgen({ module_or_path: await unpack(wasm) });
      shell = await unpack(reader);
    },
    take: ({ path, bytes }) => wasm_bindgen.take(path, new Uint8Array(bytes)),
    check: ({ edits }) => wasm_bindgen.check(edits),
    settings: () => wasm_bindgen.settings(),
    pack: () => wasm_bindgen.pack(shell),
  };

  addEventListener("message", async ({ data }) => {
    try {
      postMessage({ done: await orders[data.order](data) });
    } catch (error) {
      // A trap has left the module in no state to go on; the page starts another worker.
      postMessage({ failed: String(error?.message ?? error) });
    }
  });
})();
