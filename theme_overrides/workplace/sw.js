// The service worker of «Робоче місце»: keeps its listed files, so that the page opens without a network. It reaches this
// folder alone, asks nobody but our own server, and lets everything that is not listed pass.
const KEPT = "workplace";
const HERE = new URL("./", self.location.href);
const PAGE = ["./", "start.js", "workplace.js", "workplace.css", "dom.js", "engine.js", "worker.js", "keeping.js", "opening.js", "table.js",
  "fields.js", "row.js", "problems.js", "preview.js", "importing.js", "reports.js", "handing.js", "github.js"];
const SHELL = ["site.css", "settings.js", "tables.css", "measures.css", "measure.css", "siblings.css", "icon.svg"].map((name) => `../assets/${name}`);
const ENGINE = ["engine.json", "pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "stdlib.zip", "packages.zip"];
const listed = new Set([...PAGE, ...SHELL].map((name) => new URL(name, HERE).href));
const engine = new RegExp(`^engine/([0-9a-f]{12})/(${ENGINE.map((name) => name.replaceAll(".", "\\.")).join("|")})$`);

self.addEventListener("install", (event) => {
  self.skipWaiting();
  event.waitUntil(caches.open(KEPT).then((kept) => Promise.all([...listed].map((url) => kept.add(url).catch(() => {})))));
});
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(HERE.origin)) return;
  const url = new URL(request.url);
  url.search = url.hash = "";
  const found = url.href.startsWith(HERE.href) && engine.exec(url.href.slice(HERE.href.length));
  if (found) event.respondWith(ofEngine(url.href, found[1]));
  else if (listed.has(url.href)) event.respondWith(freshOrKept(url.href));
});

// A file of the engine never changes under its address; those of an older engine go.
async function ofEngine(url, mark) {
  const kept = await caches.open(KEPT);
  const known = await kept.match(url);
  if (known) return known;
  const answer = await fetch(url);
  if (answer.ok) {
    await kept.put(url, answer.clone());
    for (const { url: old } of await kept.keys()) if (/\/engine\/[0-9a-f]{12}\//.test(old) && !old.includes(`/engine/${mark}/`)) await kept.delete(old);
  }
  return answer;
}

async function freshOrKept(url) {
  const kept = await caches.open(KEPT);
  try {
    const answer = await fetch(url, { cache: "no-cache" });
    if (answer.ok) await kept.put(url, answer.clone());
    return answer;
  } catch (error) {
    return (await kept.match(url)) || Promise.reject(error);
  }
}
