// Opens a fieldbook: shows that it is opening, starts the module, brings it back
// after a crash, and says what happened when it cannot. One script for the site
// (the module and a large corpus are fetched), the site's folder on disk (scripts
// carry them) and the single file (they stand in data blocks). It runs first in the head, so that it sees every later error.
"use strict";
(() => {
  // In a site: the names of the module, of a corpus beside it and its size, of the
  // plain list's script, and of the scripts that carry both in a folder on disk.
  const files = document.currentScript.dataset;
  const { wasm, corpus, size, plain, disk } = files;
  const onDisk = wasm && location.protocol === "file:";
  const arabic = /^ar\b/.test(navigator.language) || /[#&]lang=ar\b/.test(location.hash);
  const say = (en, ar) => (arabic ? ar : en);
  const words = {
    opening: say("Opening…", "جارٍ الفتح…"),
    details: say("Details", "التفاصيل"),
    restart: say("Restart", "إعادة التشغيل"),
    list: say("Read as plain list", "اقرأه قائمة مبسطة"),
    save: say("Save diagnostics", "احفظ بيانات التشخيص"),
    unfiltered: say("Restart without filters", "إعادة التشغيل دون مرشحات"),
    safe: say(
      "Nothing is lost: a fieldbook only shows what is in it, and what you chose stands in the page's address.",
      "لم يُفقد شيء: هذا الدفتر يعرض ما فيه فقط، وما اخترته محفوظ في عنوان الصفحة.",
    ),
    // For each fault: what happened, and what to do.
    missing: say(
      ["A part of this fieldbook could not be loaded", "Check the connection and restart. If it stays so, the copy on the host is incomplete: tell whoever published it."],
      ["تعذّر تحميل جزء من هذا الدفتر", "تحقق من الاتصال ثم أعد التشغيل. إن بقي الأمر كذلك فالنسخة على المضيف ناقصة: أبلغ الناشر."],
    ),
    damaged: say(
      ["This copy of the fieldbook is damaged", "Some of its data is missing or was changed on the way. Restart; if it stays so, get the file again."],
      ["هذه النسخة من الدفتر تالفة", "بعض بياناتها مفقود أو تغيّر في الطريق. أعد التشغيل، وإن بقي الأمر كذلك فاحصل على الملف من جديد."],
    ),
    crashed: say(
      ["This fieldbook stopped and did not recover", "It was restarted and stopped again. Restart without filters; if it stays so, tell whoever published it, with the details below."],
      ["توقف هذا الدفتر ولم يتعافَ", "أُعيد تشغيله فتوقف مجددًا. أعد التشغيل دون مرشحات، وإن بقي الأمر كذلك فأبلغ الناشر مع التفاصيل أدناه."],
    ),
  };

  const forgotten = say(
    ["Everything is forgotten", "The copy kept for use without a network is gone, and so is what you chose and wrote here. The browser's own history may still name this page: clear it there. You can close this page."],
    ["نُسي كل شيء", "حُذفت النسخة المحفوظة للاستخدام دون شبكة، وكذلك ما اخترته وكتبته هنا. قد يبقى اسم هذه الصفحة في سجل المتصفح نفسه: امسحه هناك. يمكنك إغلاق هذه الصفحة."],
  );

  // What went wrong so far: for the card, for "About this fieldbook", for tests.
  const record = { errors: [], violations: [], starts: 0 };
  const note = (list, text) => list.length < 50 && list.push(String(text));

  class Fault extends Error {
    constructor(kind, cause) {
      super(String(cause));
      this.kind = kind;
    }
  }

  async function unpack(part) {
    try {
      return await unpacked(part);
    } catch (error) {
      throw new Fault("damaged", error);
    }
  }

  const element = (name, text) => {
    const made = document.createElement(name);
    if (text) made.textContent = text;
    return made;
  };

  const button = (text, act) => {
    const made = element("button", text);
    made.type = "button";
    made.addEventListener("click", act);
    return made;
  };

  const dropFragment = () => history.replaceState(null, "", "#");

  function card(kind, cause) {
    const box = boxed(words[kind]);
    box.append(element("p", words.safe));
    box.append(button(words.restart, () => location.reload()));
    box.append(button(words.unfiltered, () => (dropFragment(), location.reload())));
    box.append(button(words.list, () => list(kind)));
    box.append(button(words.save, saveDiagnostics));
    if (cause) {
      const details = element("details");
      details.append(element("summary", words.details), element("pre", cause));
      box.append(details);
    }
  }

  // Takes every trace out of the browser that a page can; asking the host again would leave new ones.
  async function forget() {
    const registration = await navigator.serviceWorker?.getRegistration().catch(() => {}); // None from disk.
    if (registration) {
      const mine = (await caches.keys()).filter((name) => name.startsWith(`fieldbook ${registration.scope} `));
      await Promise.all(mine.map((name) => caches.delete(name)));
      await registration.unregister();
    }
    dropFragment();
    boxed(forgotten);
  }

  // A box in the program's place, with a heading and a sentence.
  function boxed([what, remedy]) {
    const main = element("main");
    main.className = "boot";
    main.lang = arabic ? "ar" : "en";
    main.dir = arabic ? "rtl" : "ltr";
    const box = element("section");
    box.className = "boot-card";
    box.setAttribute("role", "alert");
    box.append(element("h2", what), element("p", remedy));
    main.append(element("h1", document.title), box);
    // In the root's place: a crashed app that wakes once more finds none.
    document.querySelector("#app, main.boot").replaceWith(main);
    return box;
  }

  // The plain list, in the program's place. It has the words for a browser that
  // cannot run the program.
  async function list(kind) {
    if (plain) await load(plain);
    fieldbookPlain(kind, words[kind], arabic);
  }

  // What went wrong, without a word of what the fieldbook says or was asked.
  function saveDiagnostics() {
    const link = element("a");
    const held = { ...record, browser: navigator.userAgent };
    link.href = URL.createObjectURL(new Blob([JSON.stringify(held, null, 1)]));
    link.download = "diagnostics.json";
    link.click();
  }

  // Crash recovery. A crash leaves an instance that has asked for a fresh one,
  // which the next call of an export makes; `main` then mounts again from the
  // address. A panic says so through `failed`. An abort cannot: it shows as an
  // error like any other, so after each error an export is called to see whether
  // a fresh instance comes. A second crash at one address within ten seconds
  // drops the filters, a third crash ends in the card.
  const crashes = [];
  let pending = null;

  function failed(message) {
    pending ??= message;
    // A trap is unwinding: wait until it has.
    setTimeout(recover);
  }

  function recover() {
    while (pending !== null) {
      const message = pending;
      pending = null;
      if (!mayRestart(message)) return;
      // Some timer of the app may have woken a fresh instance before the filters
      // were dropped, so ask for another.
      resume(true);
    }
  }

  function mayRestart(message) {
    note(record.errors, message);
    const now = performance.now();
    const here = location.hash;
    crashes.push({ now, here });
    const recent = crashes.filter((crash) => now - crash.now < 10000);
    if (recent.length > 2) {
      card("crashed", message);
      return false;
    }
    if (recent.filter((crash) => crash.here === here).length > 1) dropFragment();
    return true;
  }

  function resume(anew) {
    try {
      if (anew) wasm_bindgen.renew();
      wasm_bindgen.resume();
    } catch (error) {
      pending ??= String(error);
    }
  }

  function suspect(error) {
    if (pending !== null || !record.starts) return;
    const before = record.starts;
    resume();
    if (record.starts > before && pending === null) {
      // It was a crash. Now that this is known, once more by the rules above.
      pending = String(error);
    }
    recover();
  }

  function caught(error) {
    if (/previous WASM instance/.test(error)) return; // A listener of the instance that died.
    note(record.errors, error);
    suspect(error);
  }

  addEventListener("error", (event) => caught(event.error ?? event.message));
  addEventListener("unhandledrejection", (event) => caught(event.reason));
  addEventListener("securitypolicyviolation", (event) =>
    note(record.violations, `${event.effectiveDirective} ${event.blockedURI}`),
  );

  // For tests: crashes as a handler would.
  const crash = (kind) => setTimeout(() => wasm_bindgen.crash(kind));
  const { carried, carry, blocks, packed, unpacked } = fieldbookBlocks;

  // The program's later half (crates/xtask/src/split.rs) is asked for after the first picture. It fills its
  // functions into the table of the instance that lives, and of every one that follows a crash.
  let exports, later, coming;
  const parted = () => files.late || blocks("late").length;

  function started(given) {
    record.starts++;
    exports = given;
    if (later) join();
  }

  const join = () => exports && new WebAssembly.Instance(later, { m: exports });

  // A search, and other languages than English, are of the later half. A reader of a language that the program
  // does not speak gets English.
  const needsAll = () => /[#&](q|lang)=/.test(location.hash) || /^(ar|tr)\b/.test(navigator.language);

  async function fetchLate() {
    if (onDisk) for (const name of files.diskLate.split(" ")) await load(name);
    const bytes = early ? await (await get(files.late)).arrayBuffer() : await unpack("late");
    later = await WebAssembly.compile(bytes);
    join();
  }

  function late() {
    coming ??= parted() && fetchLate().catch((error) => {
      note(record.errors, error);
      later = coming = undefined;
      carried.late = "";
      throw error;
    });
    return Promise.resolve(coming);
  }

  const whole = () => !parted() || !!later;

  const load = (name) =>
    new Promise((done, failed) => {
      const onerror = () => failed(new Fault("missing", name));
      document.head.append(Object.assign(element("script"), { src: name, onload: done, onerror }));
    });

  globalThis.fieldbookBoot = { record, failed, started, late, whole, crash, carry, forget, blocks, packed, unpack, load, onDisk };

  function progress() {
    const bar = element("progress");
    bar.max = 1;
    bar.ariaLabel = words.opening;
    document.querySelector(".boot-status")?.after(bar);
    return bar;
  }

  async function loadDisk() {
    const names = disk.split(" ");
    const bar = names.length > 1 && progress();
    for (const [at, name] of names.entries()) {
      await load(name);
      if (bar) bar.value = (at + 1) / names.length;
    }
  }

  // A single file's styles.
  async function dress() {
    if (!blocks("style").length) return;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(new TextDecoder().decode(await unpack("style")));
    document.adoptedStyleSheets = [sheet];
  }

  async function get(name) {
    let answer;
    try {
      answer = await fetch(name);
    } catch (error) {
      throw new Fault("missing", `${name}: ${error}`);
    }
    if (!answer.ok) throw new Fault("missing", `${name}: ${answer.status}`);
    return answer;
  }

  // Fetches the corpus into one buffer of the size the packer wrote down.
  async function getCorpus() {
    const bar = progress();
    const bytes = new Uint8Array(Number(size));
    const reader = (await get(corpus)).body.getReader();
    let at = 0;
    for (;;) {
      const { done, value } = await reader.read().catch((error) => {
        throw new Fault("missing", `${corpus}: ${error}`);
      });
      if (done) break;
      if (at + value.length > bytes.length) throw new Fault("damaged", `${corpus}: too long`);
      bytes.set(value, at);
      at += value.length;
      bar.value = at / bytes.length;
    }
    if (at < bytes.length) throw new Fault("damaged", `${corpus}: ${at} of ${bytes.length} bytes`);
    return bytes;
  }

  // A site's module is asked for at once, while the rest of the page loads.
  const early = wasm && !onDisk ? get(wasm) : null;
  early?.catch(() => {});

  // The smallest module that catches an exception as ours does, to recover:
  // (module (func (drop (block $b (result exnref)
  //   (try_table (catch_all_ref $b)) (unreachable)))))
  const EXCEPTIONS = Uint8Array.of(
    0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0,
    10, 15, 1, 13, 0, 2, 105, 31, 64, 1, 3, 0, 11, 0, 11, 26, 11,
  );

  async function open() {
    if (typeof WebAssembly !== "object") throw new Fault("nowasm", "");
    if (!WebAssembly.validate(EXCEPTIONS)) throw new Fault("old", "WebAssembly exceptions");
    if (!early && typeof DecompressionStream !== "function") throw new Fault("old", "DecompressionStream");
    if (onDisk) await loadDisk();
    const dressed = dress();
    dressed.catch(() => {}); // Awaited below, too.
    const module = early ?? unpack("wasm");
    module.catch(() => {}); // Awaited below; until then a failure is not "unhandled".
    if (early && corpus) globalThis.fieldbookCorpus = await getCorpus();
    if (carried.corpus || blocks("corpus").length) globalThis.fieldbookCorpus = await unpack("corpus");
    if (needsAll()) await late().catch(() => {}); // Without it the page says what is missing.
    await dressed;
    const source = await module;
    if (typeof wasm_bindgen === "undefined") throw new Fault("missing", record.errors.join("\n"));
    try {
      await wasm_bindgen({ module_or_path: source });
    } catch (error) {
      // Before `main` began: bad bytes. After: a crash while mounting.
      if (!record.starts && pending === null) throw new Fault("damaged", error);
      caught(error);
    }
  }

  function begin() {
    const status = document.querySelector(".boot-status");
    if (status) status.textContent = words.opening;
    open().catch((error) => {
      note(record.errors, error);
      const kind = error.kind ?? "damaged";
      if (words[kind]) card(kind, error.message);
      else list(kind).catch((cause) => card("missing", cause));
    });
  }

  addEventListener("DOMContentLoaded", begin);
})();
