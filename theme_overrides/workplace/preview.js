// The real page of a plan beside its table: the same Jinja and Markdown, shown where no script of it could run.
import { make } from "./dom.js";

const SHEETS = ["site.css", "tables.css", "measures.css", "measure.css", "siblings.css"];

export function previewView(answer) {
  const frame = make("iframe", { sandbox: "", title: `Попередній перегляд: ${answer.title || ""}`, class: "wp-frame" });
  const links = SHEETS.map((name) => `<link rel="stylesheet" href="${new URL(`../assets/${name}`, location.href)}">`).join("");
  const scheme = ["scheme", "contrast", "size"].map((name) => document.documentElement.dataset[name] && ` data-${name}="${document.documentElement.dataset[name]}"`).filter(Boolean).join("");
  frame.srcdoc = `<!DOCTYPE html><html lang="uk"${scheme}><head><meta charset="utf-8"><title>${escaped(answer.title)}</title>${links}</head><body><main class="page page--${answer.address.split("/").length > 3 ? "goal" : "plan"}">${answer.html}</main></body></html>`;
  return frame;
}
const escaped = (words) => String(words || "").replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
