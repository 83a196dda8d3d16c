// What `plans check` says: each message at its field, and all of them in one list.
import { button, make, plural, say } from "./dom.js";

export function place(problems, table, views, desk) {
  for (const view of views.values()) {
    if (view.said.childElementCount) view.said.replaceChildren();
    if (view.control) view.control.removeAttribute("aria-invalid");
  }
  for (const problem of problems) {
    const view = viewOf(problem, table, views);
    if (!view) continue;
    view.said.append(make("p", { class: `wp-said wp-said--${problem.severity}` }, make("strong", {}, word(problem)), `: ${problem.said}`));
    if (problem.severity === "error" && view.control) view.control.setAttribute("aria-invalid", "true");
  }
}

const word = (problem) => (problem.task ? "Завдання" : problem.severity === "error" ? "Помилка" : "Зверніть увагу");

// The field a message is about, or the nearest thing around it that is on the page.
function viewOf(problem, table, views) {
  if (!table || problem.path !== table.path) return undefined;
  for (let length = problem.at.length; length > 0; length--) {
    const view = views.get(JSON.stringify(problem.at.slice(0, length)));
    if (view && view.element.isConnected) return view;
  }
  return undefined;
}

export function countWords(problems) {
  const tasks = problems.filter((one) => one.task).length;
  const errors = problems.filter((one) => one.severity === "error" && !one.task).length;
  const rest = problems.length - tasks - errors;
  const parts = [errors && plural(errors, "помилка", "помилки", "помилок"), tasks && plural(tasks, "завдання", "завдання", "завдань"),
    rest && plural(rest, "зауваження", "зауваження", "зауважень")].filter(Boolean);
  return parts.length ? parts.join(", ") : "помилок немає";
}

let last = "";
export function listView(problems, table, views, desk) {
  const words = countWords(problems);
  if (words !== last) say(`Перевірено: ${words}.`, 1000);
  last = words;
  return make("details", { class: "wp-all" }, make("summary", {}, `Перевірка: ${words}`),
    make("ul", {}, problems.map((problem) => {
      const view = viewOf(problem, table, views);
      const where = problem.record || problem.path;
      return make("li", {}, view || problem.path === table?.path ? button(where, () => desk.goTo(problem), { class: "wp-link" }) : button(`${problem.path}, рядок ${problem.line}`, () => desk.openText(problem), { class: "wp-link" }),
        ` – ${problem.said}`, problem.task ? button("Перевірено", () => desk.change({ do: "checked", path: problem.path, line: problem.line }), { class: "wp-small", "aria-label": `Перевірено: ${where} – ${problem.said}` }) : null);
    })));
}
