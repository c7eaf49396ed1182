// Keeps a site for use without a network, and says when there is a newer one. The
// worker (worker.js) takes over at the next visit; a newer worker waits until the
// reader asks for it or has closed every page of this fieldbook.
"use strict";
(() => {
  const workers = navigator.serviceWorker;
  const { manifest } = document.currentScript.dataset;
  if (!workers || !isSecureContext || location.protocol === "file:") return;
  const link = document.createElement("link");
  Object.assign(link, { rel: "manifest", href: manifest });
  document.head.append(link);
  const arabic = document.documentElement.lang === "ar";
  const say = (en, ar) => (arabic ? ar : en);
  const record = globalThis.fieldbookBoot?.record ?? {};

  const element = (name, text) => {
    const made = document.createElement(name);
    made.textContent = text;
    return made;
  };

  const button = (text, act) => {
    const made = element("button", text);
    made.type = "button";
    made.addEventListener("click", act);
    return made;
  };

  // The day of the edition that a worker holds; nothing when it does not say.
  const editionOf = (worker) =>
    new Promise((tell) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = (event) => tell(event.data);
      setTimeout(tell, 2000, "");
      worker.postMessage("edition", [port2]);
    });

  async function announce(worker) {
    const edition = await editionOf(worker);
    if (document.querySelector(".boot-news")) return;
    const news = element("aside", "");
    news.className = "boot-news";
    news.setAttribute("role", "status");
    news.style.cssText = "display: flex; flex-wrap: wrap; gap: 0.75rem; align-items: center; padding: 0.5rem 1rem; border-block-end: 1px solid";
    news.append(
      element("p", say("There is a new version of this fieldbook", "يوجد إصدار جديد من هذا الدفتر") + (edition ? ` (${edition})` : "")),
      button(say("Show it", "اعرضه"), () => {
        workers.addEventListener("controllerchange", () => location.reload(), { once: true });
        worker.postMessage("show");
      }),
      button(say("Later", "لاحقًا"), () => news.remove()),
    );
    document.body.prepend(news);
  }

  // Calls for each worker that comes; gives the way to look for one at once.
  function watch(registration) {
    const settled = (worker) => {
      if (worker.state === "redundant") record.offline = "failed";
      if (worker.state === "installed" && registration.active) announce(worker);
      if (worker.state === "activated") record.offline = "ready";
    };
    const followed = new Set();
    const follow = (worker) => {
      if (!worker || followed.has(worker)) return;
      followed.add(worker);
      settled(worker);
      worker.addEventListener("statechange", () => settled(worker));
    };
    follow(registration.active);
    follow(registration.waiting);
    follow(registration.installing);
    const look = () => follow(registration.installing);
    registration.addEventListener("updatefound", look);
    return look;
  }

  // Once the page is there, so that it never waits for the worker's copies.
  const begin = () =>
    workers
      .register("sw.js", { updateViaCache: "none" })
      .then((registration) => {
        const look = watch(registration);
        // Browsers look for a newer one some time after a visit; this asks at once. Without a network nothing comes.
        return registration.update().then(look, () => {});
      })
      .catch((error) => {
        record.offline = String(error);
      });
  if (document.readyState === "complete") begin();
  else addEventListener("load", begin);
})();
