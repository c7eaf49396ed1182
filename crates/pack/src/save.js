// "Save this selection": stands behind the boot script, in the same element.
"use strict";
(() => {
  const { blocks, packed } = fieldbookBoot;
  const files = document.currentScript.dataset;

  // Saves the statements at these positions as a fieldbook of their own. The program runs once more, in a
  // worker (crates/saver), and is told where each part of this page stands: in it, as text, or at an address.
  function save(rows, quoted, title, name) {
    const at = (address) => ({ address: new URL(address, document.baseURI).href });
    // A part of the program or the corpus: packed, or at an address.
    const kept = (part, address) => (address ? at(address) : { packed: blocks(part).length ? packed(part) : null });
    // A script or a style: as text, or at an address.
    const standing = (part, root = document) => {
      const found = root.querySelector(`[data-part=${part}]`);
      const address = found?.getAttribute("src") ?? found?.getAttribute("href");
      return address ? at(address) : { text: found?.textContent ?? "" };
    };
    const script = files.saver ? at(files.saver) : standing("saver");
    const icon = { text: atob(document.querySelector("link[rel=icon]").href.split(",")[1]) };
    const parts = { wasm: kept("wasm", files.wasm), corpus: kept("corpus", files.corpus), late: kept("late", files.late) };
    const [boot, glue, first] = ["boot", "glue", "boot-style"].map((part) => standing(part));
    const style = blocks("style").length ? kept("style") : standing("style");
    // What stands in a noscript element is text here.
    const without = document.querySelector("noscript")?.textContent ?? "";
    const styled = standing("plain-style", new DOMParser().parseFromString(without, "text/html"));
    const list = files.plain ? at(files.plain) : standing("plain");
    const texts = [boot, glue, first, style, icon, script, list, styled];
    const worker = new Worker(script.address ?? URL.createObjectURL(new Blob([glue.text, script.text])));
    const made = new Promise((resolve, reject) => {
      worker.onerror = reject;
      worker.onmessage = ({ data }) => (data.done ? resolve(data.done) : reject(data.failed));
      // The positions lie in the module's memory, which may be moved.
      worker.postMessage({ rows: rows.slice(), quoted, title, texts, ...parts });
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

  fieldbookBoot.save = save;
})();
