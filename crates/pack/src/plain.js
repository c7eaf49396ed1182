// The plain list: what a browser without WebAssembly shows. The statements stand
// in the page's `noscript` elements, as the packer wrote them; this takes them
// out, puts a notice above them, and makes the filter work. Every statement says
// which values of the menus it matches or, with a tilde, may match, as the engine
// answered when the page was packed; only days and words are compared here.
"use strict";
globalThis.fieldbookPlain = (kind, words, arabic) => {
  const say = (en, ar) => (arabic ? ar : en);
  const unable = {
    nowasm: say(
      ["WebAssembly is switched off in this browser", "So here is the plain list. For timeline and map allow WebAssembly for this page, lower the browser's security level for it, or open it in another browser."],
      ["تقنية WebAssembly معطلة في هذا المتصفح", "لذا هذه قائمة مبسطة. للخط الزمني والخريطة اسمح بهذه التقنية للصفحة، أو افتحها في متصفح آخر."],
    ),
    old: say(
      ["This browser is too old for this fieldbook's program", "So here is the plain list. For timeline and map open it in a current Firefox, Chromium or Safari."],
      ["هذا المتصفح أقدم من أن يشغّل برنامج هذا الدفتر", "لذا هذه قائمة مبسطة. للخط الزمني والخريطة افتحه في إصدار حديث من فايرفوكس أو كروميوم أو سفاري."],
    ),
  };
  const [what, remedy] = unable[kind] ?? words;
  const NO = 0, MAY = 1, MATCH = 2;
  const main = document.createElement("main");
  main.className = "boot boot-plain";
  const element = (name, text) => {
    const made = document.createElement(name);
    made.textContent = text;
    return made;
  };
  const notice = element("section", "");
  Object.assign(notice, { className: "boot-card", lang: say("en", "ar"), dir: say("ltr", "rtl") });
  notice.setAttribute("role", "status");
  notice.append(element("h2", what), element("p", remedy));
  main.append(element("h1", document.title), notice);
  for (const part of document.querySelectorAll("noscript")) {
    const held = new DOMParser().parseFromString(part.textContent, "text/html");
    main.append(...held.head.childNodes, ...held.body.childNodes);
  }
  (document.querySelector("#app") ?? document.querySelector("main.boot")).replaceWith(main);

  // Folded as the engine folds: no case, no marks, words after a blank.
  const fold = (text) =>
    " " + text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();

  const days = (text) =>
    text.split(";").map((span) => {
      const [low, high] = span.replace("?", "").split(",");
      return {
        low: low === "" ? -Infinity : Number(low),
        high: high === "" ? Infinity : Number(high),
        doubted: span.endsWith("?"),
      };
    });

  const MENUS = ["actor", "place", "speaker"];
  const items = Array.from(main.querySelectorAll(".plain-list > li"), (li) => {
    const item = { li, words: fold(Array.from(li.querySelectorAll("bdi"), (bdi) => bdi.textContent).join(" ")) };
    item.days = li.dataset.d ? days(li.dataset.d) : [];
    for (const menu of MENUS) {
      const cells = (li.dataset[menu] ?? "").split(" ");
      item[menu] = new Map(cells.map((cell) => (cell[0] === "~" ? [cell.slice(1), MAY] : [cell, MATCH])));
    }
    return item;
  });

  const form = main.querySelector(".plain-filter");
  if (!form) return;
  const field = (name) => form.elements.namedItem(name);

  const dated = (spans, low, high) => {
    if (!spans.length || low > high) return NO;
    if (spans.every((span) => low <= span.low && span.high <= high && !span.doubted)) return MATCH;
    return spans.some((span) => span.low <= high && low <= span.high) ? MAY : NO;
  };

  function show() {
    const day = (name, open) => (field(name).value ? Date.parse(field(name).value) / 86400000 : open);
    const low = day("from", -Infinity), high = day("to", Infinity);
    const asked = Number.isFinite(low) || Number.isFinite(high);
    const words = fold(field("q").value).split(" ").filter(Boolean);
    const least = field("sure").checked ? MATCH : MAY;
    const counts = [0, 0, 0];
    for (const { li, ...item } of items) {
      let answer = asked ? dated(item.days, low, high) : MATCH;
      for (const menu of MENUS) {
        const value = field(menu).value;
        if (value !== "") answer = Math.min(answer, item[menu].get(value) ?? NO);
      }
      if (!words.every((word) => item.words.includes(" " + word))) answer = NO;
      if (answer < least) answer = NO;
      counts[answer]++;
      li.hidden = answer === NO;
      if (answer === MAY) li.dataset.answer = form.dataset.may;
      else delete li.dataset.answer;
    }
    const status = form.querySelector("[role=status]");
    const numbers = [counts[MATCH] + counts[MAY], counts[MATCH], counts[MAY], items.length];
    status.textContent = status.dataset.result.replace(/\{\}/g, () =>
      numbers.shift().toLocaleString(document.documentElement.lang || undefined),
    );
  }

  form.hidden = false;
  form.addEventListener("input", show);
  form.addEventListener("reset", () => setTimeout(show));
  form.addEventListener("submit", (event) => event.preventDefault());
  show();
};
