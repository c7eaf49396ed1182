// Makes a part of the fieldbook, away from the page. The page says where each part stands: in itself, as text, or
// at an address of the same origin. The glue stands before this script, or is fetched.
"use strict";
(() => {
  const get = async (address) => {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
    return answer;
  };

  // Through a stream of gzip, in or out; not through a blob: WebKit reads none in the worker of a page from disk.
  async function through(stream, bytes) {
    const writer = stream.writable.getWriter();
    const written = writer.write(bytes).then(() => writer.close());
    written.catch(() => {}); // Awaited below.
    const done = new Uint8Array(await new Response(stream.readable).arrayBuffer());
    await written;
    return done;
  }

  // A part: packed, at an address, or not there.
  async function bytes({ packed, address }) {
    if (address) return new Uint8Array(await (await get(address)).arrayBuffer());
    return packed ? through(new DecompressionStream("gzip"), packed) : new Uint8Array();
  }

  // A script or a style, which may be packed, too.
  const text = async (part) => part.text ?? new TextDecoder().decode(await bytes(part));

  const pack = (block) => through(new CompressionStream("gzip"), block);

  addEventListener("message", async ({ data }) => {
    try {
      const glue = data.texts[1].address;
      if (glue) importScripts(glue);
      const parts = await Promise.all([data.wasm, data.corpus, data.late].map(bytes));
      const texts = await Promise.all(data.texts.map(text));
      const [wasm, , late] = parts;
      const m = await wasm_bindgen({ module_or_path: wasm.slice() });
      await WebAssembly.instantiate(late.slice(), { m });
      const blocks = wasm_bindgen.save_part(parts, texts, data.rows, data.quoted, data.title);
      postMessage({ done: wasm_bindgen.saved_file(await Promise.all(blocks.map(pack))) });
    } catch (error) {
      postMessage({ failed: String(error?.message ?? error) });
    }
  });
})();
