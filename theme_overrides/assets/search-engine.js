// Asks the search index: the same rules as generator/search/ (words, query, spelling, engine), read beside each other.
// Pieces are scripts, so a copy saved to disk can be searched too. Defines `planSearch`; changes nothing on the page.
"use strict";
globalThis.planSearch = (() => {
  const EXACT = 10, BEGINNING = 9, SLIP = 6, GUESS = 5, MOST = 280, UNKNOWN = 150, COVERED = 0.25, OF_BEST = 0.12, SURE = 10_000, FLOOR = 0.3;
  const WORD = /[0-9]+(?:\.[0-9]+)+|[a-z0-9а-яёєіїґ]+(?:-[a-z0-9а-яёєіїґ]+)*/g;
  const CYRILLIC = /[а-яёєіїґ]/, LATIN = /[a-z]/, STEMMED = /^[а-я]{3,}$/, LETTERS = /^[a-zа-я]+$/;
  let base = "", root, rules, stop, run;
  const pieces = new Map(), arrived = new Map();

  // Pieces ----------------------------------------------------------------------------------------------------------
  const fetched = async (name) => {
    await run(`${base}${name}.js${root ? `?v=${root.version}` : ""}`);
    if (!arrived.has(name)) throw new Error(name);
    return arrived.get(name);
  };
  const piece = (name) => {
    if (!pieces.has(name)) {
      const coming = fetched(name);
      pieces.set(name, coming);
      coming.catch(() => pieces.delete(name));
    }
    return pieces.get(name);
  };
  // `runner` runs the script at an address, and is done when that ran or failed.
  const open = async (folder, runner) => {
    base = folder;
    run = runner;
    if (root) return root;
    const read = await piece("root"), language = read.language, pairs = (of) => Object.entries(of);
    rules = {
      ...language,
      letters: new Map(pairs(language.letters)),
      inside: new RegExp(`(?<=[a-zа-яёєіїґ])[${language.apostrophes}]+(?=[a-zа-яёєіїґ])`, "g"),
      latin: new Map(pairs(language.layout).reverse().map(([key, letter]) => [letter, key])),
      steps: language.steps.map(([keep, longest, endings, times]) => [keep, longest, new Set(endings.split(" ")), times]),
      irregular: new Map(language.irregular.flatMap((line) => {
        const [first, ...words] = line.split(" ");
        return words.map((word) => [word, first]);
      })),
    };
    stop = new Set(language.stop.split(" "));
    return (root = read);
  };

  // Words -----------------------------------------------------------------------------------------------------------
  const clean = (text) => text.replace(/\u0301/g, "").normalize("NFC").toLowerCase()
    .replace(/[\u2010\u2011]/g, "-").replace(/\u00ad/g, "").replace(rules.inside, "");
  const tokens = (text) => clean(text).match(WORD) ?? [];
  const fold = (token) => {
    if (/^[ivxіх]+$/.test(token)) return token.replace(/і/g, "i").replace(/х/g, "x");
    if (CYRILLIC.test(token) && LATIN.test(token)) token = token.replace(/[a-z]/g, (char) => rules.lookalikes[char] ?? char);
    if (/^[0-9]/.test(token)) return token;
    let folded = "";
    for (const char of token) {
      const letter = rules.letters.get(char) ?? char;
      if (letter && !(folded.endsWith(letter) && !/[0-9]/.test(letter) && !rules.doubled.includes(letter))) folded += letter;
    }
    return folded;
  };
  const cutOnce = (word, keep, longest, endings) => {
    for (let size = Math.min(longest, word.length - keep); size > 0; size--) {
      if (endings.has(word.slice(-size))) return word.slice(0, -size);
    }
    return word;
  };
  const cut = (word, [keep, longest, endings, times]) => {
    for (let time = 0; time < times; time++) word = cutOnce(word, keep, longest, endings);
    return word;
  };
  const alternate = (light) => {
    const [vowels, consonants] = rules.fleeting, last = light.at(-1);
    if (light.length > 3 && consonants.includes(last) && vowels.includes(light.at(-2)) && !"аеиоуюяй".includes(light.at(-3))) {
      light = light.slice(0, -2) + last;
    }
    const place = light.length - (light.endsWith("ст") ? 3 : "аеиоуюя".includes(last) ? 9e9 : 2);
    return place > 0 && light[place] === rules.vowel[0] ? light.slice(0, place) + rules.vowel[1] + light.slice(place + 1) : light;
  };
  const lightOf = (form) => STEMMED.test(form) ? rules.steps.slice(0, 3).reduce(cut, form) : form;
  const stemOfLight = (light) => {
    if (!STEMMED.test(light)) return light;
    return oneFinal(alternate(rules.steps.slice(3).reduce(cut, alternate(light))));
  };
  const oneFinal = (stem) => stem.slice(0, -1) + (rules.finals[stem.at(-1)] ?? stem.at(-1));
  const stemOf = (form) => {
    const first = rules.irregular.get(form) ?? form;
    return STEMMED.test(first) ? stemOfLight(lightOf(first)) : first;
  };
  const telling = (form) => form.length > 1 || /^[0-9]$/.test(form);
  const forms = (token) => {
    const parts = token.split("-");
    return [...(parts.length > 1 ? [fold(parts.join(""))] : []), ...parts.map(fold)].filter(telling);
  };

  // Vocabularies ----------------------------------------------------------------------------------------------------
  const after = (firsts, key) => {
    let low = 0, high = firsts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      key < firsts[middle] ? (high = middle) : (low = middle + 1);
    }
    return low;
  };
  const own = (run, key) => Object.hasOwn(run, key) ? run[key] : undefined;
  const scopeOf = (top, folder, start) => ({
    top, start, country: folder === "all",
    async entry(key) {
      if (top.t) return own(top.t, key);
      const place = after(top.shards, key) - 1;
      return place < 0 ? undefined : own(await piece(`${folder}/${place}`), key);
    },
    async beginningWith(prefix) {
      let runs = [top.t];
      if (!top.t) {
        let place = Math.max(0, after(top.shards, prefix) - 1);
        const places = [place];
        while (places.length < 3 && top.shards[place + 1]?.startsWith(prefix)) places.push(++place);
        runs = await Promise.all(places.map((number) => piece(`${folder}/${number}`)));
      }
      return runs.flatMap((run) => Object.entries(run)).filter(([key, entry]) => entry[1] && key.startsWith(prefix) && !key.includes(" "));
    },
  });
  const community = async (id) => {
    const top = await piece(`c/${id}`);
    return scopeOf(top, `c/${id}`, top.place * root.stride);
  };
  const decode = (text) => {
    const numbers = [];
    let number = 0, unit = 1;
    for (const char of text) {
      const code = char.charCodeAt(0), digit = code === 33 ? 57 : code - 35;
      if (digit < 45) {
        number += digit * unit;
        unit *= 45;
      } else {
        numbers.push(number + (digit - 45) * unit);
        number = 0;
        unit = 1;
      }
    }
    return numbers;
  };

  // Reading the query -----------------------------------------------------------------------------------------------
  const termsOf = (typed, texts, reread) => texts.map((text) => ({ typed, form: fold(text), reread: reread ? text : "" }))
    .filter(({ form }) => telling(form)).map((term) => ({ ...term, stem: stemOf(term.form) }));
  const known = async (scope, terms, ignored = stop) => {
    for (const term of terms) if (!ignored.has(term.form) && !await scope.entry(term.stem)) return false;
    return terms.length > 0;
  };
  const deromanised = (chunk) => {
    let read = "";
    for (let place = 0; place < chunk.length;) {
      const size = [4, 3, 2, 1].find((length) => place + length <= chunk.length && own(rules.romanisation, chunk.slice(place, place + length)));
      if (size) read += rules.romanisation[chunk.slice(place, place + size)];
      place += size ?? 1;
    }
    return read;
  };
  const readChunk = async (scope, chunk) => {
    const plain = tokens(chunk), whole = termsOf(chunk, plain.map((token) => token.replaceAll("-", "")));
    if (await known(scope, whole)) return whole;
    if (plain.some((token) => token.includes("-"))) {
      return plain.flatMap((token) => forms(token).slice(token.includes("-") ? 1 : 0))
        .map((form) => ({ typed: chunk, form, reread: "", stem: stemOf(form) }));
    }
    const lower = chunk.toLowerCase();
    if (CYRILLIC.test(lower)) {
      const keys = Array.from(lower, (char) => rules.latin.get(char) ?? char).join("");
      const latin = termsOf(chunk, tokens(keys), true);
      return !LATIN.test(lower) && LATIN.test(keys) && await known(scope, latin, new Set()) ? latin : whole;
    }
    if (!LATIN.test(lower)) return whole;
    const keys = termsOf(chunk, tokens(Array.from(lower, (char) => own(rules.layout, char) ?? char).join("")), true);
    const letters = termsOf(chunk, tokens(deromanised(clean(lower))), true);
    return !await known(scope, keys) && await known(scope, letters) ? letters : keys;
  };
  const readQuery = async (scope, query) => {
    const terms = (await Promise.all(query.split(/\s+/).filter(Boolean).map((chunk) => readChunk(scope, chunk)))).flat();
    const kept = terms.filter((term) => !stop.has(term.form)), seen = new Set();
    return (kept.length ? kept : terms).filter(({ stem }) => !seen.has(stem) && seen.add(stem));
  };
  const combinations = (from, size) => size ? from.flatMap((place, at) =>
    combinations(from.slice(at + 1), size - 1).map((others) => [place, ...others])) : [[]];
  const phrases = (terms) => {
    const all = [...terms.keys()].slice(0, 8), fours = all.slice(0, -3).map((at) => all.slice(at, at + 4));
    return [...combinations(all, 2), ...combinations(all, 3), ...fours]
      .map((places) => [places, places.map((place) => terms[place].stem).sort().join(" ")]);
  };

  // Spelling --------------------------------------------------------------------------------------------------------
  const distance = (one, other, limit) => {
    if (Math.abs(one.length - other.length) > limit) return limit + 1;
    let above, before, row = Array.from({ length: other.length + 1 }, (_, place) => place);
    for (let place = 0; place < one.length; place++) {
      [above, before, row] = [before, row, [place + 1]];
      for (let column = 0; column < other.length; column++) {
        let cost = Math.min(before[column] + (one[place] !== other[column] ? 1 : 0), before[column + 1] + 1, row[column] + 1);
        if (place && column && one[place] === other[column - 1] && one[place - 1] === other[column]) {
          cost = Math.min(cost, above[column - 1] + 1);
        }
        row.push(cost);
      }
      if (Math.min(...row) > limit) return limit + 1;
    }
    return Math.min(row.at(-1), limit + 1);
  };
  const spellings = async (size) => root.spelling.includes(size)
    ? (await piece(`s/${size}`)).split(" ").map((shown) => [lightOf(fold(shown)), shown]) : [];
  const near = async (scope, form, slips) => {
    const light = lightOf(form), size = light.length;
    const short = size < 5 && form.length < 6;
    if ((short && form.length < 5) || (slips > 1 && size < 8)) return [];
    const sizes = short ? [1] : slips === 1 ? [0, -1, 1] : [0, -1, 1, -2, 2];
    const pairs = (await Promise.all(sizes.map((step) => spellings(size + step)))).flat();
    for (const sameStart of slips === 1 ? [true, false] : [true]) {
      const found = new Map();
      for (const [spelling, shown] of sameStart || size >= 7 ? pairs : []) {
        if ((spelling[0] === light[0]) === sameStart && distance(light, spelling, slips) === slips) {
          const stem = stemOfLight(spelling);
          if (!found.has(stem) && await scope.entry(stem)) found.set(stem, { shown, stem });
          if (found.size === 2) break;
        }
      }
      if (found.size) return [...found.values()];
    }
    return [];
  };
  const longestBeginning = async (scope, form) => {
    for (let size = form.length - 1; size >= Math.max(5, form.length - 5); size--) {
      const stem = oneFinal(alternate(form.slice(0, size)));
      if (await scope.entry(stem)) return [{ shown: `${form.slice(0, size)}…`, stem }];
    }
    return [];
  };

  // Answering -------------------------------------------------------------------------------------------------------
  const take = (looked, key, entry, sure) => {
    const [rarity, postings, extra = {}] = entry, numbers = decode(postings);
    looked.rarity = looked.documents.size ? Math.min(looked.rarity, rarity) : rarity;
    for (const mark of `${key} ${extra.m ?? ""}`.split(" ")) if (mark) looked.marks.add(mark);
    looked.shortened ||= Boolean(extra.t);
    looked.direct ||= !extra.i;
    for (let place = 0, document = 0; place < numbers.length; place += 2) {
      document += numbers[place];
      looked.documents.set(document, Math.max(looked.documents.get(document) ?? 0, numbers[place + 1] * sure));
    }
  };
  const lookUp = async (scope, term) => {
    const looked = { term, rarity: UNKNOWN, documents: new Map(), meant: term.reread, marks: new Set([term.stem]), shortened: false, direct: false };
    const entry = await scope.entry(term.stem);
    if (entry?.[1]) {
      take(looked, term.stem, entry, EXACT);
      return looked;
    }
    if (term.form.length < 3 || !LETTERS.test(term.form)) return looked;
    const begun = (await scope.beginningWith(term.form)).sort((one, other) => one[1][0] - other[1][0] || (one[0] < other[0] ? -1 : 1));
    for (const [key, found] of begun.slice(0, 12)) take(looked, key, found, BEGINNING);
    if (begun.length || rules.irregular.has(term.form)) return looked;
    let sure = SLIP, guesses = await near(scope, term.form, 1);
    if (!guesses.length) {
      sure = GUESS;
      guesses = await longestBeginning(scope, term.form);
      if (!guesses.length) guesses = await near(scope, term.form, 2);
    }
    for (const { stem } of guesses) take(looked, stem, await scope.entry(stem), sure);
    if (guesses.length) looked.meant = guesses[0].shown;
    return looked;
  };
  const rank = async (scope, terms, allowed) => {
    const looked = await Promise.all(terms.map((term) => lookUp(scope, term)));
    const together = phrases(terms), entries = await Promise.all(together.map(([, key]) => scope.entry(key)));
    for (const [at, [places, key]] of together.entries()) {
      const entry = entries[at];
      if (entry?.[1]) for (const place of places) {
        take(looked[place], key, entry, EXACT);
        looked[place].meant = "";
      }
    }
    const whole = looked.reduce((sum, one) => sum + Math.min(one.rarity, MOST), 0), sums = new Map(), covered = new Map(), scores = new Map();
    for (const { rarity, documents } of looked) {
      for (const [document, strength] of documents) {
        if (allowed && !allowed.has(document)) continue;
        sums.set(document, (sums.get(document) ?? 0) + rarity * strength);
        covered.set(document, (covered.get(document) ?? 0) + Math.min(rarity, MOST));
      }
    }
    let best = 0;
    for (const [document, total] of sums) {
      const share = whole ? covered.get(document) / whole : 0, score = total * (FLOOR + (1 - FLOOR) * share * share);
      if (share >= COVERED) {
        scores.set(document, score);
        best = Math.max(best, score);
      }
    }
    const unsure = looked.filter(({ documents, meant, term }) => !documents.size || (meant && !term.reread));
    const onlyGuesses = unsure.length === looked.length && unsure.some(({ documents }) => !documents.size);
    if (unsure.length && (best < SURE || onlyGuesses)) return { looked, order: [] };
    const order = [...scores].filter(([, score]) => score >= best * OF_BEST)
      .sort((one, other) => other[1] - one[1] || one[0] - other[0]).map(([document]) => document);
    return { looked, order };
  };
  const allowedBy = async (scope, filters) => {
    let allowed;
    for (const name of Object.keys(filters).filter((name) => filters[name]).sort()) {
      const entry = await scope.entry(`@${name}=${filters[name]}`);
      let total = 0;
      const documents = decode(entry?.[1] ?? "").map((step) => (total += step));
      allowed = new Set(allowed ? documents.filter((document) => allowed.has(document)) : documents);
    }
    return allowed;
  };
  const listed = (scope, allowed) => ({
    looked: [],
    order: allowed ? [...allowed].sort((one, other) => one - other) : Array.from({ length: scope.country ? 0 : scope.top.n }, (_, place) => place),
  });
  const namedBy = async (scope, terms) => {
    const spans = [...terms.map((term, place) => [[place], term.stem]), ...phrases(terms)]
      .sort((one, other) => other[0].length - one[0].length);
    const named = new Set(), said = new Set();
    for (const [places, key] of spans) {
      const ids = (await scope.entry(key))?.[2]?.c ?? [];
      if (!ids.length || ids.length > 3 || places.some((place) => said.has(place))) continue;
      ids.forEach((id) => named.add(id));
      places.forEach((place) => said.add(place));
    }
    return [[...named].slice(0, 3), terms.filter((_, place) => !said.has(place))];
  };
  // Answers { total, more, meant: [[typed, shown]], unknown, indirect, communities, silent, marks: Set, numbers }; read results with `results`.
  const search = async (query, only = "", filters = {}) => {
    const scope = only ? await community(only) : scopeOf(root, "all", 0);
    const terms = await readQuery(scope, query), parts = [], seen = new Set();
    const [named, rest] = only ? [[], terms] : await namedBy(scope, terms);
    for (const inside of [...await Promise.all(named.map(community)), ...(rest.length || !named.length ? [scope] : [])]) {
      const allowed = await allowedBy(inside, filters);
      parts.push([inside, rest.length ? await rank(inside, rest, allowed) : listed(inside, allowed)]);
    }
    for (const [{ start }, { order }] of parts) order.forEach((document) => seen.add(document + start));
    const all = parts.flatMap(([, ranked]) => ranked.looked), lists = parts.map(([, ranked]) => ranked.looked);
    // Of a word looked up in several places: known beats guessed, guessed beats unknown.
    const told = (ones) => ones.filter((one) => one.documents.size)
      .sort((one, other) => Boolean(one.meant) - Boolean(other.meant) || other.direct - one.direct)[0] ?? ones[0];
    const first = Array.from({ length: Math.min(...lists.map((list) => list.length)) }, (_, place) => told(lists.map((list) => list[place])));
    return {
      total: seen.size,
      more: all.some((one) => one.shortened),
      meant: first.filter((one) => one.meant && one.documents.size).map((one) => [one.term.typed, one.meant]),
      unknown: first.filter((one) => !one.documents.size).map((one) => one.term.typed),
      indirect: first.filter((one) => one.documents.size && !one.direct).map((one) => one.meant || one.term.typed),
      communities: named,
      silent: named.filter((_, at) => !parts[at][1].order.length),
      marks: new Set([...terms.map((term) => term.stem), ...all.flatMap((one) => [...one.marks])]),
      numbers: [...seen],
    };
  };
  const results = (numbers) => Promise.all(numbers.map(async (number) => {
    const place = Math.floor(number / root.stride), local = number % root.stride;
    const rows = await piece(`d/${place}/${Math.floor(local / root.results)}`);
    const [kind, url, title, context, snippet, name] = rows[local % root.results];
    return { kind, url, title, context, snippet, name };
  }));

  // Stems of a text that say something.
  const stems = (text) => tokens(text).flatMap((token) => forms(token).slice(0, 1)).filter((form) => !stop.has(form)).map(stemOf);
  // Which words were marked already, for each set of marks: titles of one plan repeat their words.
  const told = new WeakMap(), telltale = (marks) => told.get(marks) ?? told.set(marks, new Map()).get(marks);
  // Runs of a text as [words, found?], for marking.
  const marked = (text, marks) => {
    const runs = [], known = telltale(marks);
    let end = 0;
    for (const { 0: run, index } of text.matchAll(/[\p{L}\p{N}\u0301](?:[\p{L}\p{N}\u0301'’ʼ`.-]*[\p{L}\p{N}\u0301])?/gu)) {
      if (!known.has(run)) known.set(run, tokens(run).some((token) => forms(token).some((form) => !stop.has(form) && marks.has(stemOf(form)))));
      if (!known.get(run)) continue;
      if (index > end) runs.push([text.slice(end, index), false]);
      runs.push([run, true]);
      end = index + run.length;
    }
    return end < text.length ? [...runs, [text.slice(end), false]] : runs;
  };

  return { open, piece: (name, value) => arrived.set(name, value), search, results, marked, community, stem: (word) => stemOf(fold(word)), stems };
})();
