// The kill switch: a service worker that takes every copy of this fieldbook out of
// the browser and then itself, so that the next visit asks the host again.
"use strict";
addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => {
  const leave = async () => {
    for (const name of await caches.keys()) {
      if (name.startsWith(`fieldbook ${registration.scope} `)) await caches.delete(name);
    }
    await registration.unregister();
  };
  event.waitUntil(leave());
});
