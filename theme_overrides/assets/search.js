// The search page: reads ?q=&c=&e=&a=&s=&state=&year= and, once there is something to ask, loads what answers beside this script:
// search-engine.js asks the index, search-answer.js shows. Skeleton: generator/pages/components/search-page/template.html.j2.
"use strict";
(() => {
  const here = document.currentScript.src;
  const $ = (id) => document.getElementById(id);
  const region = $("search-region");
  if (!region) return;
  const form = $("search-form"), status = $("search-status"), notes = $("search-notes");
  const asked = new URLSearchParams(location.search), query = (asked.get("q") ?? "").trim().slice(0, 300);
  // The list offers every community, and «» for all. One that is not in it can't be searched, nor asked for an executor.
  // Of many communities none is listed (communities.js fills the list as one types): whatever could be one is tried,
  // and what the file of names does not know is told as such.
  const many = Boolean($("search-c-name"));
  const offered = (id) => many ? /^[a-z0-9-]*$/.test(id) : [...form.elements.c.options].some(({ value }) => value === id);
  let strange = !offered(asked.get("c") ?? "");
  // Of one community there is no choice, so the address need not name it.
  const alone = form.elements.c.options.length === 2;
  const forget = () => { for (const name of ["c", "e"]) asked.delete(name); };
  if (strange || alone) forget();
  // The community that the reader had remembered (settings.js) comes first, unless the address speaks of communities.
  const kept = (globalThis.keptHere?.read() ?? {}).community, known = kept && offered(kept) && !region.dataset.without.split(" ").includes(kept);
  let only, filters, asks, mine;
  const read = () => {
    only = asked.get("c") ?? "";
    filters = Object.fromEntries(["e", "a", "s", "state", "year"].map((name) => [name, asked.get(name) ?? ""]));
    const filtered = Object.values(filters).some(Boolean);
    asks = Boolean(query) || filtered;
    mine = known && query && !filtered && !asked.has("c") ? kept : "";
  };
  read();
  const PATIENCE = 400;

  const made = (name, content = [], attributes = {}) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...[content].flat());
    return element;
  };
  // A link to this search with changes; one that is null leaves the address.
  const link = (changes, text) => {
    const changed = new URLSearchParams(asked);
    for (const [name, value] of Object.entries(changes)) value === null ? changed.delete(name) : changed.set(name, value);
    return made("a", text, { href: `?${changed}` });
  };
  const note = (...content) => notes.append(made("p", content));

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
  // What answers comes once there is something to ask; the two scripts at once.
  const load = async () => {
    const missing = Object.entries({ planSearch: "engine", planAnswer: "answer" }).filter(([name]) => !globalThis[name]);
    await Promise.all(missing.map(([, name]) => run(new URL(`search-${name}.js`, here))));
    if (!globalThis.planSearch || !globalThis.planAnswer) throw new Error(here);
    await planSearch.open(region.dataset.index, run);
  };
  // Whether the site has no such community: asked of its piece, then of the names, so that a bad network is not taken for it.
  const absent = async (id) => {
    try {
      await planSearch.community(id);
      return false;
    } catch {
      await run($("search-c-name").dataset.names);
      return Boolean(globalThis.communityNames) && !communityNames.names.some(([, one]) => one === id);
    }
  };
  const check = async () => {
    if (only && await absent(only)) {
      strange = true;
      form.elements.c.selectedOptions[0].remove();
      forget();
      read();
    }
    if (mine && await absent(mine)) mine = "";
  };
  const fail = () => {
    const again = made("button", "Спробувати ще раз", { type: "button" });
    again.onclick = answer;
    status.textContent = "Не вдалося завантажити пошук. Перевірте з’єднання з інтернетом.";
    notes.replaceChildren(made("p", again));
    if (only) note(link({ c: null, e: null }, "Шукати в усіх громадах"));
  };
  const answer = async () => {
    const slow = setTimeout(() => { status.textContent = "Шукаємо…"; }, PATIENCE);
    region.setAttribute("aria-busy", "true");
    notes.replaceChildren();
    $("search-results").replaceChildren();
    for (const name of ["more", "topics", "advice", "start", "places", "results"]) $(`search-${name}`).hidden = true;
    try {
      if (asks || only) await load();
      if (many && (only || mine)) await check();
      if (many && only) form.elements.c.selectedOptions[0].text = (await planSearch.community(only)).top.name;
      if (strange) note(made("a", "Які громади тут є", { href: `${region.dataset.site}communities/` }));
      const told = asks || only ? await planAnswer({ $, region, form, status, query, only, mine, filters, asks, made, link, note }) : "";
      status.textContent = strange ? `Такої громади на цьому сайті немає${asks ? `, тому шукаємо в усіх громадах. ${told}` : "."}` : told;
      $("search-start").hidden = asks;
    } catch {
      fail();
    }
    clearTimeout(slow);
    region.setAttribute("aria-busy", "false");
  };

  form.elements.q.value = query;
  if (many && only) form.elements.c.add(new Option(only, only));
  if (only) form.elements.c.value = only;
  if (query) document.title = `${query} – ${document.title}`;
  // An address holds only what was chosen.
  form.addEventListener("submit", () => {
    for (const field of form.elements) field.disabled = Boolean(field.name) && field.name !== "q" && !field.value;
  });
  addEventListener("pageshow", () => { for (const field of form.elements) field.disabled = false; });
  answer();
})();
