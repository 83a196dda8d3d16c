// What a row has beside its cells: its other fields, and what can be done with it, in a dialog.
import { button, dialog, labelled, make } from "./dom.js";
import { fieldView } from "./fields.js";

export function rowDialog(row, desk) {
  const others = row.fields.filter((field) => !field.main);
  const box = dialog(row.called[0].toUpperCase() + row.called.slice(1),
    make("p", {}, row.title),
    row.address ? make("p", { class: "ours" }, `Постійна адреса: ${row.address}. Вона лишається, хоч би що змінилося.`) : null,
    make("h3", {}, "Дії"),
    make("p", { class: "wp-row" },
      row.adds.map((one) => button(one.label, () => then(box, () => desk.change({ do: "add", at: one.at }, true)))),
      button(`Додати після: ${row.called}`, () => then(box, () => desk.change({ do: "add", at: row.at.slice(0, -1), before: row.at.at(-1) + 1 }, true))),
      button("Перемістити", () => then(box, () => moveDialog(row, desk))),
      button("Прибрати", () => then(box, () => removeDialog(row, desk)))),
    make("h3", {}, "Інші поля"),
    others.map((field) => fieldView(field, desk)));
  box.classList.add("wp-dialog--wide");
  box.addEventListener("close", () => desk.settle(row.at));
  return box;
}

function then(box, go) {
  box.addEventListener("close", () => setTimeout(go), { once: true });
  box.close();
}

const told = (lost) => (lost.length ? make("ul", {}, lost.map((one) => make("li", {}, one.said))) : make("p", {}, "Більше нічого не зміниться."));

async function removeDialog(row, desk) {
  const dry = await desk.ask({ do: "remove", at: row.at, dry: true });
  if (!dry) return;
  const reason = make("input", { autocomplete: "off" });
  const box = dialog(`Прибрати ${row.called}?`, make("p", {}, row.title), make("h3", {}, "Що станеться"), told(dry.consequences || []),
    labelled("Чому прибирають", reason, "Для оприлюдненого: стане видно на сторінці «Зміни» замість самого рядка."),
    make("p", { class: "wp-row" }, button("Прибрати", () => { const why = reason.value.trim(); then(box, () => desk.change({ do: "remove", at: row.at, ...(why ? { reason: why } : {}) })); })));
}

function moveDialog(row, desk) {
  const rows = desk.table.rows.filter((one) => JSON.stringify(one.at.slice(0, row.at.length)) !== JSON.stringify(row.at));
  const name = row.at.at(-2);
  const lists = [];
  for (const owner of [{ adds: desk.table.adds, called: "на рівні плану" }, ...rows]) {
    for (const add of owner.adds) if (add.at.at(-1) === name) lists.push({ at: add.at, words: owner.called });
  }
  const where = make("select", {}, lists.map((list, index) => make("option", { value: index }, list.words)));
  const own = lists.findIndex((list) => JSON.stringify(list.at) === JSON.stringify(row.at.slice(0, -1)));
  where.value = Math.max(0, own);
  const before = make("select", {});
  const places = () => {
    const at = JSON.stringify(lists[where.value].at);
    const there = desk.table.rows.filter((one) => JSON.stringify(one.at.slice(0, -1)) === at && JSON.stringify(one.at) !== JSON.stringify(row.at));
    before.replaceChildren(...there.map((one) => make("option", { value: one.at.at(-1) }, `перед: ${one.called}`)), make("option", { value: "" }, "у кінець"));
    before.value = "";
  };
  places();
  where.addEventListener("change", places);
  const said = make("div", { role: "status" });
  const asked = () => ({ do: "move", at: row.at, to: lists[where.value].at, ...(before.value === "" ? {} : { before: Number(before.value) }) });
  const look = async () => {
    const dry = await desk.ask({ ...asked(), dry: true });
    if (dry) said.replaceChildren(make("h3", {}, "Що станеться"), told(dry.consequences || []));
  };
  where.addEventListener("change", look);
  before.addEventListener("change", look);
  const box = dialog(`Перемістити ${row.called}`, labelled("Куди", where), labelled("На яке місце", before), said,
    make("p", { class: "wp-row" }, button("Перемістити", () => { const request = asked(); then(box, () => desk.change(request)); })));
  look();
}
