// The plan as a table: goals and measures as the document has them, each cell a field.
import { button, make, newId } from "./dom.js";
import { fieldView } from "./fields.js";
import { rowDialog } from "./row.js";

export const key = (at) => JSON.stringify(at);

export function tableView(table, desk) {
  if (table.unreadable) return asText(table, desk);
  const columns = [];
  for (const row of table.rows) {
    if (row.kind === "goal") continue;
    for (const field of row.fields) if (field.main && !columns.some((one) => one.name === field.name)) columns.push(field);
  }
  const about = make("details", { class: "wp-about" }, make("summary", {}, make("h3", {}, "Про план")));
  const open = () => { if (about.children.length === 1) about.append(...table.about.map((field) => fieldView(field, desk))); };
  about.addEventListener("toggle", open);
  desk.openAbout = () => { about.open = true; open(); };
  const heads = columns.map((field) => make("th", { scope: "col", id: newId("col") }, field.label));
  const body = make("tbody", {}, table.rows.map((row) => rowView(row, columns, desk)));
  return [
    about,
    make("div", { class: "wp-scroll" },
      make("table", { class: "wp-table" }, make("caption", {}, "Цілі й заходи, як у документі"),
        make("thead", {}, make("tr", {}, make("th", { scope: "col" }, "Рядок"), heads)), body)),
    make("p", { class: "wp-row" }, table.adds.map((one) => button(one.label, () => desk.change({ do: "add", at: one.at }, true)))),
  ];
}

function rowView(row, columns, desk) {
  const said = make("div", { class: "wp-messages", id: newId("said") });
  const more = button("Ще", () => rowDialog(desk.rowNow(row.at) || row, desk), { class: "wp-small", "aria-label": `Ще: ${row.called}`, "aria-describedby": said.id });
  const head = make("th", { scope: "row" }, make("span", { class: "wp-called" }, row.called), row.removed ? make("span", { class: "wp-whose" }, " вилучено") : null, more, said);
  const main = row.fields.filter((field) => field.main);
  const cells = row.kind === "goal"
    ? [make("td", { colspan: columns.length, class: "wp-goal" }, main.map((field) => fieldView(field, desk, { about: row.called })))]
    : columns.map((column) => {
      const field = main.find((one) => one.name === column.name);
      return make("td", { "data-column": column.label, class: `wp-cell--${column.input}` }, field ? fieldView(field, desk, { about: row.called, inTable: true }) : null);
    });
  desk.register(row.at, { element: head, control: more, said });
  return make("tr", { class: `wp-${row.kind}`, "data-depth": Math.min(row.depth, 4) }, head, cells);
}

// A file that is no YAML has no table: its text can be mended here.
function asText(table, desk) {
  const text = make("textarea", { id: newId("text"), rows: 20, class: "wp-code", spellcheck: "false" });
  text.value = table.text || "";
  return [make("p", { class: "notice" }, "Файл плану не читається, тому таблиці немає. Виправте текст за повідомленнями – і таблиця з’явиться."),
    make("label", { for: text.id }, `Текст файлу ${table.path}`), text,
    make("p", { class: "wp-row" }, button("Перечитати", () => desk.change({ do: "write", path: table.path, text: text.value })))];
}
