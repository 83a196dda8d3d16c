// Files into the desk: a folder or files of this device, what is dropped, the repository of the site.
import { button, make, newId } from "./dom.js";

const TEXT = /\.(ya?ml|md|txt)$/i;
const PICTURE = /\.(png|jpe?g|webp|svg)$/i;
const LARGEST = 20_000_000;

// A file's path from «plans/» on, wherever the chosen folder stands.
export function pathIn(path) {
  const steps = path.replaceAll("\\", "/").split("/").filter(Boolean);
  const at = steps.lastIndexOf("plans");
  if (at >= 0) return steps.slice(at).join("/");
  return steps.length > 1 ? ["plans", ...steps.slice(steps[0].match(/^[a-z0-9-]+$/) ? 0 : 1)].join("/") : `plans/${steps[0]}`;
}

async function readOne(file) {
  if (TEXT.test(file.name)) return file.text();
  const bytes = new Uint8Array(await file.arrayBuffer());
  let binary = "";
  for (let start = 0; start < bytes.length; start += 0x8000) binary += String.fromCharCode(...bytes.subarray(start, start + 0x8000));
  return { base64: btoa(binary) };
}

// [[path, File]] to what the desk opens; other files than plans, texts and pictures are left where they are.
export async function readAll(found) {
  const files = {};
  for (const [path, file] of found) {
    if ((TEXT.test(file.name) || PICTURE.test(file.name)) && file.size <= LARGEST && !path.split("/").some((step) => step.startsWith("."))) {
      files[pathIn(path)] = await readOne(file);
    }
  }
  return files;
}

async function below(handle, path = "") {
  const found = [];
  for await (const [name, one] of handle.entries()) {
    if (name.startsWith(".") || name === "node_modules" || name === "site") continue;
    const here = path ? `${path}/${name}` : name;
    if (one.kind === "directory") found.push(...(await below(one, here)));
    else found.push([here, await one.getFile()]);
  }
  return found;
}

function entriesOf(entry, path = "") {
  const here = path ? `${path}/${entry.name}` : entry.name;
  if (entry.isFile) return new Promise((resolve, reject) => entry.file((file) => resolve([[here, file]]), reject));
  const reader = entry.createReader();
  const all = [];
  return new Promise((resolve, reject) => {
    const next = () => reader.readEntries(async (some) => {
      if (!some.length) return resolve((await Promise.all(all.map((one) => entriesOf(one, here)))).flat());
      all.push(...some);
      return next();
    }, reject);
    next();
  });
}

// What was dropped: folders are walked through.
export async function dropped(event) {
  const entries = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry && item.webkitGetAsEntry()).filter(Boolean);
  if (!entries.length) return [...event.dataTransfer.files].map((file) => [file.name, file]);
  return (await Promise.all(entries.map((entry) => entriesOf(entry)))).flat();
}

export function openingView(desk, took) {
  const folder = make("input", { type: "file", id: newId("folder"), webkitdirectory: true, multiple: true });
  folder.addEventListener("change", () => took([...folder.files].map((file) => [file.webkitRelativePath || file.name, file])));
  const files = make("input", { type: "file", id: newId("files"), multiple: true, accept: ".yml,.yaml,.md,.docx,.doc,.odt,.xlsx,.ods" });
  files.addEventListener("change", () => took([...files.files].map((file) => [file.name, file])));
  const pick = "showDirectoryPicker" in window
    ? button("Вибрати теку з планами", async () => {
      try { took(await below(await window.showDirectoryPicker({ mode: "read" }))); } catch (error) { if (error.name !== "AbortError") desk.fault(error); }
    })
    : make("div", { class: "wp-field" }, make("label", { for: folder.id }, "Тека з планами"), folder);
  const zone = make("div", { class: "wp-drop" },
    make("p", {}, "Перетягніть сюди теку громади, файли планів або файл Word чи Excel. Або виберіть їх:"),
    pick, make("div", { class: "wp-field" }, make("label", { for: files.id }, "Файли: план (.yml) або документ (.docx, .odt, .xlsx, .ods)"), files));
  zone.addEventListener("dragover", (event) => { event.preventDefault(); zone.classList.add("wp-drop--over"); });
  zone.addEventListener("dragleave", () => zone.classList.remove("wp-drop--over"));
  zone.addEventListener("drop", async (event) => {
    event.preventDefault();
    zone.classList.remove("wp-drop--over");
    took(await dropped(event));
  });
  return zone;
}
