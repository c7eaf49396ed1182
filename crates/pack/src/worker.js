// The service worker of a site: `FILES` (name and SHA-256 of every file of this
// version) and `EDITION` stand above this text. It is installed whole or not at
// all, each file checked against its hash; it never mixes versions, because every
// name but the page's own carries a hash; and it takes over from an older one
// only when the reader says so or has closed every page.
"use strict";
const MINE = `fieldbook ${registration.scope} `;
const CACHE = MINE + VERSION;
const PAGE = new URL("./", registration.scope).href;
// What a host says of a file and what a page may do; the rest is about the way here.
const KEPT = [
  "Content-Type",
  "Content-Security-Policy",
  "Cross-Origin-Opener-Policy",
  "Permissions-Policy",
  "Referrer-Policy",
  "X-Content-Type-Options",
];
const HELD = new Map(FILES.map(([name, hash]) => [new URL(name, registration.scope).href, hash]));

async function hashOf(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

// A copy that is exactly this version's, or an error: a captive portal's page, a
// redirect and a file of another version are none.
async function fetched(address, hash) {
  const answer = await fetch(address, { cache: "no-cache", credentials: "same-origin" });
  if (!answer.ok || answer.redirected) throw new Error(`${address}: ${answer.status}`);
  const bytes = await answer.arrayBuffer();
  if ((await hashOf(bytes)) !== hash) throw new Error(`${address}: other bytes than this version's`);
  const kept = KEPT.filter((name) => answer.headers.has(name));
  return new Response(bytes, { headers: kept.map((name) => [name, answer.headers.get(name)]) });
}

async function install() {
  try {
    const cache = await caches.open(CACHE);
    for (const [address, hash] of HELD) {
      if (!(await cache.match(address))) await cache.put(address, await fetched(address, hash));
    }
  } catch (error) {
    await caches.delete(CACHE);
    throw error;
  }
}

async function tidy() {
  for (const name of await caches.keys()) {
    if (name.startsWith(MINE) && name !== CACHE) await caches.delete(name);
  }
}

async function answer(request, address) {
  // To open a cache that is gone would make it anew, behind the kill switch's back.
  const kept = await caches.match(address, { cacheName: CACHE });
  return kept ?? fetch(request);
}

addEventListener("install", (event) => event.waitUntil(install()));
addEventListener("activate", (event) => event.waitUntil(tidy()));
addEventListener("message", (event) => {
  if (event.data === "show") skipWaiting();
  if (event.data === "edition") event.ports[0]?.postMessage(EDITION);
});
addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET") return;
  const bare = request.url.replace(/[?#].*/s, "");
  const address = bare === `${PAGE}index.html` ? PAGE : bare;
  // Only what this version holds; another page or fieldbook below this path is not ours.
  if (HELD.has(address)) event.respondWith(answer(request, address));
});
