// Shows what search-engine.js answers, on the search page; search.js loads it and hands it the page.
"use strict";
globalThis.planAnswer = async ({ $, region, form, status, query, only, mine, filters, asks, made, link, note }) => {
  const list = $("search-results"), more = $("search-more"), advice = $("search-advice"), topics = $("search-topics"), places = $("search-places");
  const KINDS = { measure: "Захід", goal: "Ціль", executor: "Виконавець", text: "Текст документа", community: "Громада", topic: "Тема", help: "" };
  const PAGE = 10, TOPICS = 4, PLACES = 8, MANY = 30, WINDOW = 220, LEAD = 70;
  const plural = new Intl.PluralRules("uk");
  const counted = (number, one, few, many) => `${number} ${{ one, few }[plural.select(number)] ?? many}`;
  const quoted = (words) => words.map((word) => `«${word}»`).join(", ");
  const nameOf = async (id) => (await planSearch.community(id)).top.name;

  const runs = (parts) => parts.map(([text, found]) => found ? made("mark", text) : text);
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
  // A voice makes no pause at the dot; a comma for the ear stands before it.
  const parted = (line) => line.split(" · ").flatMap((part, at) => at ? [made("span", ",", { class: "visually-hidden" }), ` · ${part}`] : [part]);
  // A measure that its document calls by a word («Завдання 1.1.1») says itself what it is.
  const named = (kind, title) => kind === "measure" && /^\p{L}/u.test(title);
  const item = ({ kind, url, title, context, snippet, name }, marks, card) => {
    const parts = planSearch.marked(title, marks), inTitle = parts.some(([, found]) => found);
    const shown = snippet && (kind === "text" || !inTitle) ? passage(snippet, marks, kind === "text") : [];
    return made("li", [
      made("h3", made("a", runs(parts), { href: region.dataset.site + url })),
      made("p", parted([named(kind, title) ? "" : KINDS[kind], name, context].filter(Boolean).join(" · "))),
      ...(shown.length ? [made("p", shown)] : []),
    ], card ? { class: "card" } : {});
  };

  const explain = async (answer) => {
    const everywhere = query ? `Шукати «${query}» в усіх громадах` : "Шукати в усіх громадах";
    if (answer.own === "none") {
      note(`У планах громади «${await nameOf(only || mine)}» цього немає. `, made("a", "Запитати раду", { href: `${region.dataset.site}ask/?m=${only || mine}` }));
    } else if (answer.own) {
      note(`${only ? "Пошук лише у громаді" : "Спершу ваша громада:"} «${await nameOf(only || mine)}». `, link({ c: only ? null : "", e: null }, everywhere));
    }
    for (const id of answer.communities) {
      const name = await nameOf(id), silent = answer.silent.includes(id);
      if (silent && answer.total) note(`У планах громади «${name}» про це нічого не знайдено, нижче – інші громади. `, made("a", `Що обіцяє ${name}`, { href: `${region.dataset.site}${id}/` }));
      if (!silent) note(`Спершу показано громаду «${name}». `, link({ c: id }, `Шукати лише у громаді «${name}»`));
    }
    if (Object.values(filters).some(Boolean)) note(link({ e: null, a: null, s: null, state: null, year: null }, "Прибрати уточнення"));
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
    const links = near.map(([, id, name]) => made("li", made("a", name, { href: `${region.dataset.site}topics/${id}/` }), { class: "lone" }));
    topics.querySelector("ul").replaceChildren(...links);
    topics.hidden = !links.length;
  };
  // Where else: each community with what it has, the best first; ids stand in the index in the order of their letters.
  const byCommunity = (answer) => {
    if ($("search-c-name")) {  // of many communities the names are not here: how many they are is
      const many = counted(answer.places.length, "громади", "громад", "громад");
      if (!answer.own && answer.places.length > 1) note(`Це є в планах ${many}. Щоб шукати в одній, виберіть її вище.`);
      return;
    }
    const known = [...form.elements.c.options].filter(({ value }) => value), ids = known.map(({ value }) => value).sort();
    const names = new Map(known.map(({ value, text }) => [value, text])), shown = answer.places.slice(0, PLACES);
    const links = shown.map(([place, count]) => made("li", [link({ c: ids[place], e: null }, names.get(ids[place])), ` – ${count > MANY ? `понад ${MANY}` : count}`], { class: "lone" }));
    places.querySelector("ul").replaceChildren(...links);
    places.hidden = answer.own === "only" || links.length < 2;
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

  const fill = async () => {
    const field = form.elements;
    if (only) {
      const { executors } = (await planSearch.community(only)).top;
      field.e.replaceChildren(field.e.options[0], ...Object.entries(executors).map(([id, name]) => new Option(name, id)));
      field.e.closest("[data-needs-community]").hidden = false;
    }
    for (const [name, value] of Object.entries(filters)) if (field[name] && value) field[name].value = value;
    const details = form.querySelector("details");
    if (details && Object.values(filters).some(Boolean)) details.open = true;
  };
  // What is asked of one community is asked there first. What it has not is looked for near; a community that the words
  // name goes before the remembered one. `own` says which: "only", "first", "none".
  const found = async () => {
    const inside = await planSearch.search(query, only || mine, filters);
    if (only && (inside.total || !query)) return { ...inside, own: "only" };
    if (!only && !mine) return inside;
    const all = await planSearch.search(query, "", { ...filters, e: "" });
    if (all.communities.length) return all;
    if (mine && inside.total) {
      const things = all.numbers.filter((number) => number < 0 && !inside.numbers.includes(number));
      const numbers = [...things, ...inside.numbers], total = numbers.length;
      return { ...inside, numbers, total, named: inside.named + things.length, places: all.places, own: "first" };
    }
    return all.total ? { ...all, own: "none" } : { ...inside, own: only ? "only" : "" };
  };

  await fill();
  if (!asks) return "";
  const answer = await found();
  await show(answer, 0);
  await explain(answer);
  if (query && answer.total) suggest(answer);
  byCommunity(answer);
  const words = counted(answer.total, "результат", "результати", "результатів");
  const where = { only: ` у громаді «${only && await nameOf(only)}»`, first: ` у громаді «${mine && await nameOf(mine)}»`, none: " в інших громадах" }[answer.own] ?? "";
  const count = answer.more ? `Знайдено${where} понад ${words}, показуємо найближчі.` : answer.total ? `Знайдено${where} ${words}.` : `Нічого не знайдено${where}.`;
  advice.hidden = answer.total > 0;
  $("search-heading").hidden = list.hidden = !answer.total;
  for (const own of advice.querySelectorAll("[data-community]")) own.hidden = Boolean(only) && own.dataset.community !== only;
  return [answer.own === "none" ? `У планах громади «${await nameOf(only || mine)}» цього немає.` : "", count, ...caveats(answer)].filter(Boolean).join(" ");
};
