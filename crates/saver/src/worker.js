// Makes a part of the fieldbook, away from the page. The page says where each part stands: in itself, as text, or
// at an address of the same origin. The glue stands before this script, or is fetched.
"use strict";
(() => {
  const get = async (address) => {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
    return answer;
  };

  // A script or a style.
  const text = async ({ text, address }) => (address ? (await get(address)).text() : text);

  // Bytes: base64 of gzip, or as they are at an address.
  async function bytes({ text, address }) {
    if (address) return new Uint8Array(await (await get(address)).arrayBuffer());
    if (!text) return new Uint8Array();
    const packed = Uint8Array.fromBase64
      ? Uint8Array.fromBase64(text)
      : Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
    // Not through a blob: WebKit reads none in the worker of a page from disk.
    const stream = new DecompressionStream("gzip");
    const writer = stream.writable.getWriter();
    const written = writer.write(packed).then(() => writer.close());
    written.catch(() => {}); // Awaited below.
    const unpacked = new Uint8Array(await new Response(stream.readable).arrayBuffer());
    await written;
    return unpacked;
  }

  async function packed(block) {
    const stream = new CompressionStream("gzip");
    const writer = stream.writable.getWriter();
    const written = writer.write(block).then(() => writer.close());
    written.catch(() => {}); // Awaited below.
    const done = new Uint8Array(await new Response(stream.readable).arrayBuffer());
    await written;
    return done;
  }

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
      postMessage({ done: wasm_bindgen.saved_file(await Promise.all(blocks.map(packed))) });
    } catch (error) {
      postMessage({ failed: String(error?.message ?? error) });
    }
  });
})();
