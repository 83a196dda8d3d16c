// From Word to plan: the document's own table, and beside each row what became of it; what needs an eye is ticked off.
import { button, labelled, make, newId, plural, say } from "./dom.js";
import { fieldView } from "./fields.js";
import { key } from "./table.js";

const NEW = "+";

export async function importView(desk) {
  if (desk.imported && desk.imported.plan === desk.state.plan) return [again(desk), ...(await besideView(desk, desk.imported))];
  return [formView(desk)];
}

const again = (desk) => make("p", { class: "wp-row" }, button("Перенести інший документ", () => { desk.imported = null; desk.go("import"); }));

function formView(desk) {
  const file = make("input", { type: "file", accept: ".docx,.doc,.odt,.xlsx,.xls,.ods", id: newId("document") });
  file.addEventListener("change", () => { desk.document = file.files[0]; chosen.textContent = desk.document ? desk.document.name : ""; });
  const chosen = make("p", { role: "status" }, desk.document ? `Вибрано: ${desk.document.name}` : "");
  const communities = desk.communities();
  const which = make("select", {}, communities.map((one) => make("option", { value: one }, one)), make("option", { value: NEW }, "нова громада"));
  which.value = communities.includes(desk.state.plan.split("/")[0]) ? desk.state.plan.split("/")[0] : communities[0] || NEW;
  const fresh = newCommunity();
  const show = () => { fresh.element.hidden = which.value !== NEW; };
  which.addEventListener("change", show);
  show();
  const plan = make("input", { autocomplete: "off", pattern: "[a-z0-9-]+" });
  const columns = make("input", { autocomplete: "off" });
  const empty = button("Почати порожній план", async () => {
    const given = which.value === NEW ? fresh.values() : { community: which.value };
    const made = await desk.ask({ do: "new", ...given, ...(plan.value.trim() ? { plan: plan.value.trim() } : {}) });
    if (!made) return;
    desk.took(made);
    desk.saveSoon();
    await desk.go("table");
  });
  const go = button("Перенести в план", async () => {
    if (!desk.document) return desk.refuse("Виберіть файл документа: Word, Excel або LibreOffice.");
    go.disabled = true;
    say("Читаю документ.");
    await bring(desk, which.value, fresh, plan.value.trim(), columns.value.trim());
    go.disabled = false;
  });
  return make("div", { class: "wp-view" },
    make("p", {}, "Програма прочитає таблицю заходів і перенесе її слово в слово. Чого не певна, того не вгадує: поставить завдання перевірити."),
    labelled("Документ (.docx, .doc, .odt, .xlsx, .ods)", file), chosen,
    labelled("Громада", which), fresh.element,
    make("details", {}, make("summary", {}, "Якщо щось пішло не так"),
      labelled("Тека плану", plan, "Малі латинські літери, цифри й дефіси, як-от plan-2026. Порожньо – назвемо за роками."),
      labelled("Стовпці", columns, "Що в котрому стовпці, як-от A=number, B=measure, C=term, D=executors. Порожньо – здогадаємося за заголовками.")),
    make("p", { class: "wp-row" }, go, empty));
}

// What a new community needs before its first plan.
function newCommunity() {
  const fields = {
    community: ["Тека громади", "Малі латинські літери, цифри й дефіси, як-от nizhyn. Вона стане адресою і не зміниться. Порожньо – запишемо назву латиницею."],
    name: ["Повна назва громади", "Як-от: Ніжинська міська територіальна громада"],
    short_name: ["Коротка назва", "Як-от: Ніжинська громада"],
    oblast: ["Область", "Як-от: Чернігівська область"],
  };
  const inputs = Object.fromEntries(Object.keys(fields).map((name) => [name, make("input", { autocomplete: "off" })]));
  const element = make("fieldset", { class: "wp-group" }, make("legend", {}, "Нова громада"), Object.entries(fields).map(([name, [words, hint]]) => labelled(words, inputs[name], hint)));
  return { element, values: () => Object.fromEntries(Object.entries(inputs).map(([name, input]) => [name, input.value.trim()])) };
}

async function bring(desk, community, fresh, plan, columns) {
  let name = community;
  if (community === NEW) {
    const given = fresh.values();
    name = given.community;
    if (!desk.communities().includes(name)) {
      const made = await desk.ask({ do: "new", ...given, ...(plan ? { plan } : {}) });
      if (!made) return;
      desk.took(made);
      name = made.table.plan.split("/")[0];
    }
  }
  const path = `/in/${desk.document.name.replaceAll("/", "_")}`;
  const request = { do: "import", file: path, community: name, ...(plan ? { plan } : {}), ...(columns ? { columns } : {}) };
  const answer = await desk.ask(request, { put: { [path]: await desk.document.arrayBuffer() } });
  if (!answer) return;
  desk.imported = { ...answer, name: desk.document.name, done: new Set() };
  desk.saveSoon();
  await desk.go("import");
}

async function besideView(desk, imported) {
  const answer = await desk.ask({ do: "table" });
  if (!answer) return [];
  desk.took(answer);
  const rowAt = new Map(answer.table.rows.map((row) => [key(row.at), row]));
  const byPlace = new Map();
  for (const { place, at } of imported.rows) byPlace.set(place, [...(byPlace.get(place) || []), rowAt.get(key(at))].filter(Boolean));
  const tasksOf = new Map();
  imported.tasks.forEach((task, index) => tasksOf.set(task.row, [...(tasksOf.get(task.row) || []), { ...task, index }]));
  const places = new Set(imported.document.flatMap((block) => (block.kind === "table" ? block.rows.map((row) => row.place) : [])));
  const left = make("p", { role: "status" });
  const count = () => {
    const open = imported.tasks.length - imported.done.size;
    left.textContent = open ? `Лишилося перевірити: ${plural(open, "завдання", "завдання", "завдань")} з ${imported.tasks.length}.` : "Усі завдання виконано.";
  };
  count();
  const context = { desk, imported, count };
  const loose = imported.tasks.map((task, index) => ({ ...task, index })).filter((task) => !places.has(task.row));
  return [
    make("p", {}, `Документ «${imported.name}» ліворуч, план праворуч. Звірте рядок за рядком; виправляйте просто тут.`), left,
    make("p", { class: "wp-row" }, button("До наступного завдання", () => next(desk.place))),
    imported.lost?.length ? make("details", {}, make("summary", {}, "Чого з документа не перенесено"), make("ul", {}, imported.lost.map((one) => make("li", {}, `${one.place}: ${one.text}`)))) : null,
    loose.length ? make("ul", {}, loose.map((task) => make("li", {}, taskView(task, context)))) : null,
    ...imported.document.map((block) => (block.kind === "table" ? besideTable(block, byPlace, tasksOf, context) : block.text.trim() ? make("p", { class: "official" }, block.text) : null)),
  ];
}

function next(place) {
  const open = [...place.querySelectorAll(".wp-task input:not(:checked)")];
  const after = open.find((one) => document.activeElement.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING) || open[0];
  if (after) after.focus();
}

function besideTable(block, byPlace, tasksOf, context) {
  return make("div", { class: "wp-scroll" }, make("table", { class: "wp-beside" }, make("caption", {}, `Документ, ${block.place}`),
    make("tbody", {}, block.rows.map((row) => {
      const made = byPlace.get(row.place) || [];
      const tasks = tasksOf.get(row.place) || [];
      const cells = row.cells.map((cell) => make("td", { rowspan: cell.rows > 1 ? cell.rows : null, colspan: cell.columns > 1 ? cell.columns : null, class: "official" }, cell.lines.map((text) => make("p", {}, text))));
      const beside = made.length || tasks.length
        ? make("td", { class: "wp-made", "aria-label": `У плані: ${made.map((one) => one.called).join(", ")}` },
          tasks.map((task) => taskView(task, context)), made.map((one) => madeView(one, context.desk)))
        : make("td", { class: "wp-made" });
      return make("tr", {}, cells, beside);
    }))));
}

// A row of the plan beside that of the document: its cells are typed in at once when it is opened.
function madeView(row, desk) {
  const box = make("details", {}, make("summary", {}, row.called));
  const main = row.fields.filter((field) => field.main);
  const brief = make("dl", { class: "wp-brief" }, main.filter((field) => field.is_set).map((field) => make("div", {}, make("dt", {}, field.label), make("dd", {}, shown(field), field.reading ? make("p", { class: "wp-reading" }, field.reading) : null))));
  box.addEventListener("toggle", () => {
    if (box.children.length === 1) box.append(...main.map((field) => fieldView(field, desk, { about: row.called })));
    brief.hidden = box.open;
  });
  return make("div", {}, box, brief);
}

const shown = (field) => (field.fields?.length && field.input === "list" ? field.fields.map((one) => one.value).join("; ")
  : Array.isArray(field.value) ? field.value.map((one) => field.choices?.find((each) => each.value === one)?.label || one).join("; ") : String(field.value ?? ""));

function taskView(task, { desk, imported, count }) {
  const tick = make("input", { type: "checkbox" });
  tick.checked = imported.done.has(task.index);
  tick.addEventListener("change", async () => {
    tick.disabled = true;
    if (await tickOff(desk, task)) imported.done.add(task.index); else tick.checked = false;
    tick.disabled = imported.done.has(task.index);
    count();
  });
  tick.disabled = tick.checked;
  return make("div", { class: "wp-task" }, make("label", { class: "wp-tick" }, tick, make("span", {}, make("strong", {}, "Перевірте: "), task.said, task.text ? ` – «${task.text}»` : "", ` (${task.place})`)));
}

// The mark in the file goes with the tick, so that the check is still to be done wherever the plan is opened.
async function tickOff(desk, task) {
  const answer = await desk.ask({ do: "checked", remark: task.remark });
  if (answer) desk.saveSoon();
  return Boolean(answer);
}
