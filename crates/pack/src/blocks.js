// What the page carries, for the boot script behind it: data blocks, gzip as base64 or, shorter, as dense.rs writes
// it. Gzip's checksum tells a missing, swapped or changed block.
"use strict";
const fieldbookBlocks = (() => {
  // Scripts of a folder on disk hand over what they carry, by part and in order.
  const carried = { wasm: "", corpus: "", late: "", texts: "" };
  const carry = (part, text) => (carried[part] += text);

  function blocks(part) {
    return document.querySelectorAll(`script[data-part="${part}"]`);
  }

  function packed(part) {
    const all = Array.from(blocks(part));
    const text = carried[part] || all.map((block) => block.textContent).join("");
    if (all[0]?.dataset.dense === "") return undense(text);
    if (Uint8Array.fromBase64) return Uint8Array.fromBase64(text);
    return Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
  }

  function undense(text) {
    const bytes = new Uint8Array(text.length * 2);
    let size = 0;
    let held = 0;
    let count = 0;
    const put = (bits) => {
      held = (held << 7) | bits;
      count += 7;
      if (count > 7) {
        count -= 8;
        bytes[size++] = held >> count;
        held &= (1 << count) - 1;
      }
    };
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      if (unit > 127) put([0, 10, 13, 60][((unit >> 7) - 1) & 3]);
      if (unit < 640) put(unit & 127);
    }
    return bytes.subarray(0, size);
  }

  // By the megabyte: a stream of a blob comes in small pieces, and each costs a turn. What is wrong with the bytes
  // shows at the other end.
  function feed(writer, bytes) {
    const ignore = () => {};
    for (let at = 0; at < bytes.length; at += 1 << 20) writer.write(bytes.subarray(at, at + (1 << 20))).catch(ignore);
    writer.close().catch(ignore);
  }

  async function unpacked(part) {
    const { readable, writable } = new DecompressionStream("gzip");
    feed(writable.getWriter(), packed(part));
    return new Uint8Array(await new Response(readable).arrayBuffer());
  }

  return { carried, carry, blocks, packed, unpacked };
})();
