// The worker of «Робоче місце»: Python, the desk, and no way to fetch anything but the listed files of the engine.
const NAMES = ["engine.json", "pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "stdlib.zip", "packages.zip"];
const WHERE = "/lib/python3.14/site-packages";
const LOCK = JSON.stringify({ info: { abi_version: "2026_0", arch: "wasm32", platform: "emscripten", python: "3.14", version: "0" }, packages: {} });
let python, answerTo, base, total = 0, come = 0;
const plain = self.fetch.bind(self);

// Only these, from our own folder; what comes is counted.
async function fetchListed(asked) {
  const url = new URL(typeof asked === "string" ? asked : asked.url || asked.href, base).href;
  if (!NAMES.some((name) => new URL(name, base).href === url)) throw new TypeError(`${url} is no file of the engine`);
  const answer = await plain(url, { credentials: "same-origin" });
  if (!answer.ok) throw new Error(`${answer.status} ${url}`);
  const counted = answer.body.pipeThrough(new TransformStream({
    transform(chunk, out) {
      come += chunk.byteLength;
      if (total) self.postMessage({ loaded: Math.min(0.9, (come / total) * 0.9) });
      out.enqueue(chunk);
    },
  }));
  return new Response(counted, { headers: answer.headers });
}
for (const name of ["XMLHttpRequest", "WebSocket", "EventSource", "WebTransport", "importScripts", "Worker", "indexedDB", "caches"]) {
  Object.defineProperty(self, name, { value: undefined });
}
Object.defineProperty(self, "fetch", { value: fetchListed });

async function start(mark) {
  base = new URL(`./engine/${mark}/`, import.meta.url);
  const list = await (await fetch("engine.json")).json();
  total = Object.entries(list.files).reduce((sum, [name, file]) => sum + (name.endsWith("mjs") ? 0 : file.bytes), 0);
  come = 0;
  const packages = fetch("packages.zip").then((answer) => answer.arrayBuffer());
  const { loadPyodide } = await import(new URL("pyodide.mjs", base).href);
  python = await loadPyodide({
    indexURL: base.href, stdLibURL: new URL("stdlib.zip", base).href, lockFileContents: LOCK, packageBaseUrl: base.href,
    env: { HOME: "/home/pyodide", PYTHONDONTWRITEBYTECODE: "1" },
  });
  python.unpackArchive(await packages, "zip", { extractDir: WHERE });
  self.postMessage({ loaded: 0.95 });
  python.FS.mkdirTree("/in");
  python.runPython("import generator.staff.workplace.desk");
  answerTo = python.pyimport("generator.staff.workplace.desk").answer;
  self.postMessage({ loaded: 1 });
}

function ask({ request, put, take }) {
  for (const [path, content] of Object.entries(put)) python.FS.writeFile(path, new Uint8Array(content));
  let answer;
  try {
    answer = JSON.parse(answerTo(request));
  } finally {
    for (const path of Object.keys(put)) python.FS.unlink(path);
  }
  if (!take || !answer.file) return { answer };
  const bytes = python.FS.readFile(answer.file);
  python.FS.unlink(answer.file);
  return { answer, bytes };
}

// Questions wait for one another, in their order.
let last = Promise.resolve();
self.onmessage = ({ data }) => {
  last = last.then(async () => {
    try {
      if (data.start) {
        await start(data.start);
        self.postMessage({ id: data.id, answer: {} });
      } else {
        const { answer, bytes } = ask(data);
        self.postMessage({ id: data.id, answer, bytes }, bytes ? [bytes.buffer] : []);
      }
    } catch (error) {
      const lines = String(error.message || error).trim().split("\n");
      const fatal = !data.start && error.name !== "PythonError";
      console.error(error);
      self.postMessage({ id: data.id, fault: lines[lines.length - 1] || "невідома помилка", fatal: fatal || /MemoryError/.test(lines.at(-1)) });
    }
  });
};
