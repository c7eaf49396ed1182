// "Save this selection": stands behind the boot script, in the same element.
"use strict";
(() => {
  const { packed, unpack, load, onDisk } = fieldbookBoot;
  const files = document.currentScript.dataset;

  const at = (address) => ({ address: new URL(address, document.baseURI).href });

  // A part of the program or the corpus: packed, or at an address.
  function kept(part, address) {
    if (address && !onDisk) return at(address);
    const bytes = packed(part);
    return { packed: bytes.length ? bytes : null };
  }

  // Scripts and styles of a folder on disk, whose page may not read them where they stand.
  async function carriedTexts() {
    for (const script of files.diskTexts.split(" ")) await load(script);
    const texts = new TextDecoder().decode(await unpack("texts"));
    return texts.split("\0").map((text) => ({ text }));
  }

  let carried;

  // Scripts and styles: as text, or at an address.
  function texts() {
    const standing = (part, root = document) => {
      const found = root.querySelector(`[data-part=${part}]`);
      const address = found?.getAttribute("src") ?? found?.getAttribute("href");
      return address ? at(address) : { text: found?.textContent ?? "" };
    };
    const script = files.saver ? at(files.saver) : standing("saver");
    const icon = { text: atob(document.querySelector("link[rel=icon]").href.split(",")[1]) };
    const [boot, glue, first] = ["boot", "glue", "boot-style"].map((part) => standing(part));
    const inline = kept("style");
    const style = inline.packed ? inline : standing("style");
    // What stands in a noscript element is text here.
    const without = document.querySelector("noscript")?.textContent ?? "";
    const styled = standing("plain-style", new DOMParser().parseFromString(without, "text/html"));
    const list = files.plain ? at(files.plain) : standing("plain");
    return [boot, glue, first, style, icon, script, list, styled];
  }

  let stop = () => {};

  // Saves the statements at these positions as a fieldbook of their own. The program runs once more, in a
  // worker (crates/saver), and is told where each part of this page stands: in it, as text, or at an address.
  async function save(positions, quoted, title, name) {
    // They lie in the module's memory, which may be moved.
    const rows = positions.slice();
    const given = onDisk ? await (carried ??= carriedTexts()) : texts();
    const [, glue, , , , script] = given;
    const parts = { wasm: kept("wasm", files.wasm), corpus: kept("corpus", files.corpus), late: kept("late", files.late) };
    const worker = new Worker(script.address ?? URL.createObjectURL(new Blob([glue.text, script.text])));
    const made = new Promise((resolve, reject) => {
      stop = reject;
      worker.onerror = reject;
      worker.onmessage = ({ data }) => (data.done ? resolve(data.done) : reject(data.failed));
      worker.postMessage({ rows, quoted, title, texts: given, ...parts });
    });
    const offer = (html) => {
      const link = document.createElement("a");
      link.href = URL.createObjectURL(new Blob([html], { type: "text/html" }));
      link.download = name;
      // Firefox follows a link only where it is part of the page.
      document.body.append(link);
      link.click();
      link.remove();
    };
    return made.then(offer).finally(() => worker.terminate());
  }

  // Gives up what is being saved; a worker that never answers ends so, too.
  const cancel = () => stop("");
  Object.assign(fieldbookBoot, { save, cancel });
})();
