// Compiles the Python of the workplace with the interpreter that will run it: `node browser_engine.mjs PYODIDE IN OUT`.
// IN has packages.zip; OUT gets packages.zip and stdlib.zip with compiled modules. The same input gives the same bytes.
import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [pyodide, from, to] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(`${pyodide}/pyodide.mjs`));
const python = await loadPyodide({ indexURL: `${pyodide}/` });
python.FS.writeFile("/packages.zip", new Uint8Array(readFileSync(`${from}/packages.zip`)));
python.FS.writeFile("/stdlib.zip", new Uint8Array(readFileSync(`${pyodide}/python_stdlib.zip`)));
python.runPython(readFileSync(new URL("browser_compile.py", import.meta.url), "utf8"));
for (const name of ["packages.zip", "stdlib.zip"]) writeFileSync(`${to}/${name}`, python.FS.readFile(`/compiled/${name}`));
