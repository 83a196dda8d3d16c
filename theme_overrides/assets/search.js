// The search page: reads ?q=&c=&e=&a=&s=&state=&year=, asks search-engine.js, shows the answer. Skeleton: generator/pages/components/search-page/template.html.j2.
"use strict";
(() => {
  const here = document.currentScript.src;
  const $ = (id) => document.getElementById(id);
  const region = $("search-region");
  if (!region) return;
  const form = $("search-form"), status = $("search-status"), notes = $("search-notes"), list = $("search-results");
  const more = $("search-more"), advice = $("search-advice"), topics = $("search-topics"), start = $("search-start"), places = $("search-places");
  const asked = new URLSearchParams(location.search), query = (asked.get("q") ?? "").trim().slice(0, 300);
  // The list offers every community, and «» for all. One that is not in it can't be searched, nor asked for an executor.
  const strange = ![...form.elements.c.options].some(({ value }) => value === (asked.get("c") ?? ""));
  if (strange) for (const name of ["c", "e"]) asked.delete(name);
  const only = asked.get("c") ?? "";
  const filters = Object.fromEntries(["e", "a", "s", "state", "year"].map((name) => [name, asked.get(name) ?? ""]));
  const KINDS = { measure: "Захід", goal: "Ціль", executor: "Виконавець", text: "Текст документа", community: "Громада", topic: "Тема", help: "" };
  const PAGE = 10, TOPICS = 4, PLACES = 8, MANY = 30, PATIENCE = 400, WINDOW = 220, LEAD = 70;
  const plural = new Intl.PluralRules("uk");
  const counted = (number, one, few, many) => `${number} ${{ one, few }[plural.select(number)] ?? many}`;
  const quoted = (words) => words.map((word) => `«${word}»`).join(", ");

  const made = (name, content = [], attributes = {}) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...[content].flat());
    return element;
  };
  const runs = (parts) => parts.map(([text, found]) => found ? made("mark", text) : text);
  const link = (changes, text) => {
    const changed = new URLSearchParams(asked);
    for (const [name, value] of Object.entries(changes)) value ? changed.set(name, value) : changed.delete(name);
    return made("a", text, { href: `?${changed}` });
  };

  // The passage with the found words: from a little before the first of them.
  const passage = (text, marks, always) => {
    const parts = planSearch.marked(text, marks), at = parts.findIndex(([, found]) => found);
    if (at < 0 && !always) return [];
    const before = parts.slice(0, Math.max(at, 0)).map(([run]) => run).join("");
    const from = before.length > LEAD ? before.indexOf(" ", before.length - LEAD) + 1 : 0;
    const cut = text.slice(from, from + WINDOW), whole = from + WINDOW >= text.length;
    const shown = whole ? cut : cut.slice(0, Math.max(cut.lastIndexOf(" "), WINDOW / 2));
    return [from ? "… " : "", ...runs(planSearch.marked(shown, marks)), whole ? "" : " …"];
  };
  // A measure that its document calls by a word («Завдання 1.1.1») says itself what it is.
  const named = (kind, title) => kind === "measure" && /^\p{L}/u.test(title);
  const item = ({ kind, url, title, context, snippet, name }, marks, card) => {
    const parts = planSearch.marked(title, marks), inTitle = parts.some(([, found]) => found);
    const shown = snippet && (kind === "text" || !inTitle) ? passage(snippet, marks, kind === "text") : [];
    return made("li", [
      made("h3", made("a", runs(parts), { href: region.dataset.site + url })),
      made("p", [named(kind, title) ? "" : KINDS[kind], name, context].filter(Boolean).join(" · ")),
      ...(shown.length ? [made("p", shown)] : []),
    ], card ? { class: "card" } : {});
  };

  const note = (...content) => notes.append(made("p", content));
  const explain = async (answer) => {
    if (only) {
      const { top } = await planSearch.community(only);
      note(`Пошук лише у громаді «${top.name}». `, link({ c: "", e: "" }, query ? `Шукати «${query}» в усіх громадах` : "Шукати в усіх громадах"));
    }
    for (const id of answer.communities) {
      const { top } = await planSearch.community(id), silent = answer.silent.includes(id);
      if (silent && answer.total) note(`У планах громади «${top.name}» про це нічого не знайдено, нижче – інші громади. `, made("a", `Що обіцяє громада «${top.name}»`, { href: `${region.dataset.site}${id}/` }));
      if (!silent) note(`Спершу показано громаду «${top.name}». `, link({ c: id }, `Шукати лише у громаді «${top.name}»`));
    }
    if (Object.values(filters).some(Boolean)) note(link({ e: "", a: "", s: "", state: "", year: "" }, "Прибрати уточнення"));
  };
  // What a reader of the count has to know as well; announced with it.
  const caveats = ({ meant, indirect, unknown, total }) => {
    const words = (list) => [...new Set(list)], guessed = words(meant.map(([, shown]) => shown)), other = words(indirect), none = words(unknown);
    const begun = guessed.filter((shown) => shown.endsWith("…")), whole = guessed.filter((shown) => !begun.includes(shown));
    return total ? [
      whole.length && `Можливо, ви мали на увазі ${quoted(whole)}.`,
      begun.length && `Показано слова, що починаються так само: ${quoted(begun)}.`,
      other.length && `${other.length > 1 ? "Слів" : "Слова"} ${quoted(other)} у планах немає: показано близьке за змістом.`,
      none.length && `Цього у планах не знайдено: ${quoted(none)}.`,
    ].filter(Boolean) : [];
  };
  // Audiences and services of the filters that are named by the words looked for, at least by half of the name.
  const suggest = ({ marks }) => {
    const near = [...form.querySelectorAll("[name=a] option, [name=s] option")].filter(({ value }) => value).map(({ value, text }) => {
      const stems = planSearch.stems(text);
      return [stems.filter((stem) => marks.has(stem)).length / stems.length, value, text];
    }).filter(([share]) => share >= 0.5).sort(([one], [other]) => other - one).slice(0, TOPICS);
    const links = near.map(([, id, name]) => made("li", made("a", name, { href: `${region.dataset.site}topics/${id}/` })));
    topics.querySelector("ul").replaceChildren(...links);
    topics.hidden = !links.length;
  };
  // Where else: each community with what it has, the best first; ids stand in the index in the order of their letters.
  const byCommunity = (answer) => {
    const known = [...form.elements.c.options].filter(({ value }) => value), ids = known.map(({ value }) => value).sort();
    const names = new Map(known.map(({ value, text }) => [value, text])), shown = answer.places.slice(0, PLACES);
    const links = shown.map(([place, count]) => made("li", [link({ c: ids[place], e: "" }, names.get(ids[place])), ` – ${count > MANY ? `понад ${MANY}` : count}`]));
    places.querySelector("ul").replaceChildren(...links);
    places.hidden = Boolean(only) || links.length < 2;
  };
  const show = async (answer, from) => {
    const found = await planSearch.results(answer, from, from + PAGE);
    const items = found.map((one, at) => item(one, answer.marks, from + at < answer.named)), shown = from + items.length;
    list.append(...items);
    more.hidden = shown >= answer.total;
    more.onclick = async () => {
      more.disabled = true;
      try {
        await show(answer, shown);
        list.children[shown]?.querySelector("a").focus();
        status.textContent = `Показано ${list.children.length} із ${answer.total}.`;
      } catch {
        status.textContent = "Не вдалося завантажити решту. Спробуйте ще раз.";
      }
      more.disabled = false;
    };
  };

  // Runs a script; done when it ran, failed or took too long.
  const run = (src) => new Promise((done) => {
    const tag = made("script", [], { src });
    const end = () => {
      clearTimeout(late);
      tag.remove();
      done();
    };
    const late = setTimeout(end, 20_000);
    tag.onload = tag.onerror = end;
    document.head.append(tag);
  });
  // The engine comes from beside this script once there is something to ask it.
  const engine = async () => {
    const src = new URL("search-engine.js", here);
    if (!globalThis.planSearch) await run(src);
    if (!globalThis.planSearch) throw new Error(src);
    await planSearch.open(region.dataset.index, run);
  };
  const fill = async () => {
    const field = form.elements;
    if (only) {
      const { executors } = (await planSearch.community(only)).top;
      field.e.replaceChildren(field.e.options[0], ...Object.entries(executors).map(([id, name]) => new Option(name, id)));
      field.e.closest("[data-needs-community]").hidden = false;
    }
    for (const [name, value] of Object.entries({ ...filters, c: only })) if (field[name] && value) field[name].value = value;
    const details = form.querySelector("details");
    if (details && Object.values(filters).some(Boolean)) details.open = true;
  };
  const fail = () => {
    const again = made("button", "Спробувати ще раз", { type: "button" });
    again.onclick = answer;
    status.textContent = "Не вдалося завантажити пошук. Перевірте з’єднання з інтернетом.";
    notes.replaceChildren(made("p", again));
    if (only) note(link({ c: "", e: "" }, "Шукати в усіх громадах"));
  };
  const answer = async () => {
    const slow = setTimeout(() => { status.textContent = "Шукаємо…"; }, PATIENCE);
    region.setAttribute("aria-busy", "true");
    list.replaceChildren();
    notes.replaceChildren();
    more.hidden = true;
    topics.hidden = advice.hidden = start.hidden = places.hidden = true;
    const asks = Boolean(query) || Object.values(filters).some(Boolean);
    try {
      if (asks || only) await engine();
      if (strange) note(made("a", "Які громади тут є", { href: `${region.dataset.site}communities/` }));
      await fill();
      if (asks) {
        const answer = await planSearch.search(query, only, filters);
        await show(answer, 0);
        await explain(answer);
        if (query && answer.total) suggest(answer);
        byCommunity(answer);
        const words = counted(answer.total, "результат", "результати", "результатів");
        const where = only ? ` у громаді «${(await planSearch.community(only)).top.name}»` : "";
        const count = answer.more ? `Знайдено${where} понад ${words}, показуємо найближчі.` : answer.total ? `Знайдено${where} ${words}.` : `Нічого не знайдено${where}.`;
        const elsewhere = strange ? "Такої громади на цьому сайті немає, тому шукаємо в усіх громадах. " : "";
        status.textContent = elsewhere + [count, ...caveats(answer)].join(" ");
        advice.hidden = answer.total > 0;
        $("search-heading").hidden = !answer.total;
        for (const own of advice.querySelectorAll("[data-community]")) own.hidden = Boolean(only) && own.dataset.community !== only;
      } else {
        status.textContent = strange ? "Такої громади на цьому сайті немає." : "";
        start.hidden = false;
      }
    } catch {
      fail();
    }
    clearTimeout(slow);
    region.setAttribute("aria-busy", "false");
  };

  form.elements.q.value = query;
  if (query) document.title = `${query} – ${document.title}`;
  // An address holds only what was chosen.
  form.addEventListener("submit", () => {
    for (const field of form.elements) field.disabled = Boolean(field.name) && field.name !== "q" && !field.value;
  });
  addEventListener("pageshow", () => { for (const field of form.elements) field.disabled = false; });
  answer();
})();
