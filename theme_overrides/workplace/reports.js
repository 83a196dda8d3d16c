// Reports: forms out to executors, filled ones back, accepted row by row.
import { button, download, labelled, make, newId, plural, say } from "./dom.js";

export async function reportView(desk) {
  const day = make("input", { autocomplete: "off", value: desk.day(), placeholder: "РРРР-ММ-ДД" });
  const format = make("select", {}, make("option", { value: "xlsx" }, "Excel"), make("option", { value: "docx" }, "Word"));
  const whole = make("select", {}, make("option", { value: "" }, "кожному виконавцеві окрема"), make("option", { value: "one" }, "одна на весь план"));
  const make_forms = button("Завантажити форми (ZIP)", async () => {
    const answer = await desk.ask({ do: "forms", day: day.value.trim(), kinds: [format.value], one_file: whole.value === "one" }, { take: true });
    if (!answer) return;
    download(`formy-${day.value.trim()}.zip`, answer.bytes, "application/zip");
    say(`Форм: ${answer.names.length}.`);
  });
  const found = make("div");
  const files = make("input", { type: "file", multiple: true, accept: ".xlsx", id: newId("forms") });
  const source = make("input", { autocomplete: "off" });
  const read = async (list) => {
    const put = {};
    for (const file of list) put[`/in/${file.name.replaceAll("/", "_")}`] = await file.arrayBuffer();
    if (!list.length) return;
    const answer = await desk.ask({ do: "returned", files: Object.keys(put), day: day.value.trim() || null, source: source.value.trim() || null }, { put });
    if (answer) found.replaceChildren(returnedView(answer, desk, found));
  };
  files.addEventListener("change", () => read([...files.files]));
  const zone = make("div", { class: "wp-drop" }, make("p", {}, "Перетягніть сюди заповнені форми або виберіть їх:"), labelled("Заповнені форми", files, "Файли Excel. Хто відповів формою Word, того відповіді перенесіть у форму Excel."));
  zone.addEventListener("dragover", (event) => event.preventDefault());
  zone.addEventListener("drop", (event) => { event.preventDefault(); read([...event.dataTransfer.files]); });
  return [
    desk.plans.length > 1 ? labelled("План", desk.chooser()) : null,
    labelled("День звіту", day, "Станом на котрий день звітують, РРРР-ММ-ДД."),
    make("h3", {}, "Роздати форми"), labelled("Формат", format), labelled("Форма", whole), make("p", { class: "wp-row" }, make_forms),
    make("h3", {}, "Зібрати відповіді"), labelled("Звідки відомості", source, "Як-от: лист управління від 5 липня. Порожньо – візьмемо з форми."), zone, found,
  ];
}

const list = (title, items) => (items?.length ? [make("h4", {}, title), make("ul", {}, items.map((one) => make("li", {}, one)))] : []);

function returnedView(answer, desk, found) {
  const chosen = new Set();
  const sure = make("input", { type: "checkbox" });
  const accept = button("Прийняти вибране", async () => {
    if (!chosen.size) return desk.refuse("Позначте рядки, які приймаєте.");
    const done = await desk.ask({ do: "accept", rows: [...chosen], ...(sure.checked ? { sure: true } : {}) });
    if (!done) return;
    desk.handed = false;
    desk.saveSoon();
    found.querySelectorAll("li[data-key]").forEach((one) => { if (chosen.has(one.dataset.key)) one.remove(); });
    say(`Прийнято, записано у файл ${done.path}.`);
    found.prepend(make("p", { role: "status" }, `Прийнято ${plural(chosen.size, "рядок", "рядки", "рядків")}, записано у файл ${done.path}. Його видно у «Передати».`));
    chosen.clear();
  });
  const rows = answer.rows.map((row) => {
    const tick = make("input", { type: "checkbox" });
    tick.addEventListener("change", () => { if (tick.checked) chosen.add(row.key); else chosen.delete(row.key); });
    return make("li", { "data-key": row.key }, make("label", { class: "wp-tick" }, tick, make("span", {}, row.said)),
      row.conflicts.map((one) => make("p", { class: "wp-said wp-said--error" }, make("strong", {}, "Суперечність"), `: ${one}`)),
      row.questions.map((one) => make("p", { class: "wp-said" }, make("strong", {}, "Запитання"), `: ${one}`)));
  });
  const all = button("Позначити всі без суперечностей", () => {
    [...found.querySelectorAll("li[data-key]")].forEach((one) => { const row = answer.rows.find((each) => each.key === one.dataset.key); if (!row.conflicts.length && !row.questions.length) { const tick = one.querySelector("input"); if (!tick.checked) tick.click(); } });
  });
  return make("div", { class: "wp-view" },
    ...list("Чого не прочитано", answer.problems), ...list("Запитання", answer.questions), ...list("Для відома", answer.remarks),
    make("h4", {}, `Нове у відповідях: ${plural(rows.length, "рядок", "рядки", "рядків")}`),
    rows.length ? [make("p", { class: "wp-row" }, all), make("ul", { class: "wp-plain" }, rows),
      make("label", { class: "wp-tick" }, sure, "Запитання перевірено, усе правильно"), make("p", { class: "wp-row" }, accept)] : make("p", {}, "Нічого нового."));
}
