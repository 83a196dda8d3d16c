// Asks the search index: the same rules as generator/search/ (words, query, spelling, engine), read beside each other.
// Pieces are scripts, so a copy saved to disk can be searched too. Defines `planSearch`; changes nothing on the page.
"use strict";
globalThis.planSearch = (() => {
  const EXACT = 10, GUESS = 6, CROWD = 8, MOST = 280, UNKNOWN = 150, COVERED = 0.25, OF_BEST = 0.12, SURE = 10_000, FLOOR = 0.3, TAIL = 30;
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
      keys: new Map([[0, 12, 0], [12, 23, 0.25], [23, 32, 0.75]].flatMap(([from, to, off], row) =>
        Object.values(language.layout).slice(from, to).map((letter, at) => [language.letters[letter] || letter, [row, at + off]]))),
      paradigms: language.paradigms.map((line) => new Set(line.split(" ").map((end) => end === "-" ? "" : end))),
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
  // Whole words are compared: the light of a word (one inflection cut) and its ending together. A slip of a kind that
  // people often make is forgiven sooner than another; the first letter is always right.
  const VOWELS = "аеиоуюя", LIGHT = 1, HEAVY = 2, LONG = 8;
  const parted = (form) => {
    const [keep, longest, endings] = rules.steps[2];
    const bare = rules.steps.slice(0, 2).reduce(cut, form), light = cutOnce(bare, keep, longest, endings);
    return [light, form.slice(light.length)];
  };
  const alike = (one, other) => rules.alike.some((pair) => pair.includes(one) && pair.includes(other));
  // Keys beside each other: rows of the keyboard are set off by a quarter and by half a key.
  const neighbours = (one, other) => {
    const [[row, at], [otherRow, otherAt]] = [one, other].map((letter) => rules.keys.get(letter) ?? [9, 9]);
    return Math.abs(row - otherRow) < 2 && Math.abs(at - otherAt) <= 1;
  };
  // How many vowels are left out or taken for one like them, when nothing else is wrong; more than two are no slip.
  const vowelSlips = (typed, right) => {
    let place = 0, slips = 0;
    for (const letter of right) {
      if (letter === typed[place]) place++;
      else if (!VOWELS.includes(letter)) return 9;
      else if (++slips > 2) return 9;
      else if (alike(letter, typed[place] ?? " ")) place++;
    }
    return place === typed.length ? slips : 9;
  };
  // How grave the slip is that makes `typed` of `right`; undefined when people don't make it.
  const slip = (typed, right) => {
    let from = 0, end = 0;
    while (from < typed.length && typed[from] === right[from]) from++;
    while (end < Math.min(typed.length, right.length) - from && typed.at(-1 - end) === right.at(-1 - end)) end++;
    const wrong = typed.slice(from, typed.length - end), meant = right.slice(from, right.length - end);
    if (!from || (!wrong && !meant)) return undefined;
    if (!wrong && meant.length === 1) return VOWELS.includes(meant) ? LIGHT : end ? HEAVY : undefined;
    if (!meant && wrong.length === 1) return VOWELS.includes(wrong) && end ? HEAVY : undefined;
    if (wrong.length === 1 && meant.length === 1) return alike(wrong, meant) ? (VOWELS.includes(wrong) ? LIGHT : HEAVY) : neighbours(wrong, meant) && end ? HEAVY : undefined;
    if (wrong.length === 2 && meant.length === 2 && wrong[0] === meant[1] && wrong[1] === meant[0]) return LIGHT;
    return typed.length >= LONG && vowelSlips(typed, right) <= 2 ? LIGHT : undefined;
  };
  const kin = (one, others) => rules.paradigms.some((endings) => endings.has(one) && others.some((other) => endings.has(other)));
  const spellings = async (name) => root.spelling.includes(name) ? (await piece(`s/${name}`)).split(" ").map((line) => {
    const [shown, ...others] = line.split(":"), form = fold(shown), [light, own] = parted(form);
    return { shown, form, light, endings: [own, ...others] };
  }) : [];
  // How near a known word with these endings is to what was typed; undefined when it is another word, 0 for the word itself.
  const nearness = (form, typed, { light, endings }, known) => {
    const related = kin(typed.end, endings), shorter = Math.min(typed.light.length, light.length);
    if (typed.light === light && (related || endings.includes(typed.end))) return 0;
    // Only a vowel may be left out of a word of four letters, and only when hardly a word begins as that makes it.
    const shared = Array.from(light).findIndex((letter, place) => letter !== form[place]), start = form.slice(0, shared + 1);
    const least = light.length > typed.light.length && known.filter((other) => other.form.startsWith(start)).length < 2 ? 4 : 5;
    const whole = endings.map((ending) => slip(form, light + ending))
      .filter((grave) => grave === LIGHT ? shorter >= least : grave && shorter >= 6).map((grave) => 2 * grave);
    const bare = related && shorter >= 7 ? slip(typed.light, light) : undefined;
    return [...whole, ...(bare ? [2 * bare + 1] : [])].sort()[0];
  };
  // Of the nearest words, equally near, the first two that a scope holds.
  const held = async (scope, near) => {
    const guesses = new Map();
    let least;
    for (const [grave, { shown, form }] of near) {
      const stem = stemOf(form);
      if (guesses.size === 2 || grave > (least ?? grave)) break;
      if (guesses.has(stem) || !await scope.entry(stem)) continue;
      guesses.set(stem, { shown, stem });
      least = grave;
    }
    return [...guesses.values()];
  };
  // Known words that may have been meant, the likeliest first; none when the word itself is one of those of the plans.
  const nearest = async (scope, form) => {
    const [light, end] = parted(form);
    if (form.length < 5 || light.length < 4) return [];
    const start = "abcd"[Array.from(root.starts).filter((letter) => letter <= light[0]).length];
    for (const steps of form.length < LONG ? [[0, -1, 1]] : [[0, -1, 1], [2]]) {
      const known = (await Promise.all(steps.map((step) => spellings(`${light.length + step}${start}`)))).flat();
      const near = known.filter((one) => one.light[0] === light[0]).map((one) => [nearness(form, { light, end }, one, known), one]);
      if (near.some(([grave]) => grave === 0)) return [];
      const guesses = await held(scope, near.filter(([grave]) => grave).sort(([one], [other]) => one - other));
      if (guesses.length) return guesses;
    }
    return [];
  };

  // The typed word as people write it up to so many folded letters.
  const beginning = (typed, size) => {
    const [word] = tokens(typed), last = Array.from(word).findIndex((_, place) => fold(word.slice(0, place + 1)).length >= size);
    return `${word.slice(0, last + 1)}…`;
  };
  // The longest known stem that a word begins with: most of the word, or all of it but its inflection.
  const sameRoot = async (scope, { typed, form }) => {
    const light = lightOf(form), sizes = Array.from(form, (_, place) => form.length - place - 1).filter((size) => size >= Math.max(7, form.length * 2 / 3));
    for (const size of light.length < 6 ? sizes : [...sizes, light.length, cut(light, rules.steps.at(-1)).length]) {
      const stem = oneFinal(form.slice(0, size));
      if (await scope.entry(stem)) return [{ shown: beginning(typed, size), stem }];
    }
    return [];
  };
  // Stems that begin with what was typed, the rarest first: of a word not typed to its end.
  const begunBy = async (scope, { typed, form }) => {
    if (form.length < 6) return [];
    const begun = (await scope.beginningWith(form)).sort((one, other) => one[1][0] - other[1][0] || (one[0] < other[0] ? -1 : 1));
    return begun.slice(0, 12).map(([stem]) => ({ shown: beginning(typed, form.length), stem }));
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
    if (!LETTERS.test(term.form) || stop.has(term.form) || rules.irregular.has(term.form)) return looked;
    let guesses = await nearest(scope, term.form);
    if (!guesses.length) guesses = await sameRoot(scope, term);
    if (!guesses.length) guesses = await begunBy(scope, term);
    for (const { stem } of guesses) take(looked, stem, await scope.entry(stem), GUESS);
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
    if (unsure.length && best < SURE) return { looked, order: [] };
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
  // Stems of a text that say something.
  const stems = (text) => tokens(text).flatMap((token) => forms(token).slice(0, 1)).filter((form) => !stop.has(form)).map(stemOf);
  // Names -----------------------------------------------------------------------------------------------------------
  // As generator/search/names.py writes them: a digest of the stems, whatever their order.
  const digest = (stems) => {
    let value = 2166136261;
    for (const letter of [...new Set(stems)].sort().join(" ")) value = Math.imul(value ^ letter.charCodeAt(0), 16777619) >>> 0;
    return value;
  };
  const documentsOf = (text = "") => {
    let total = 0;
    return decode(text).map((step) => (total += step));
  };
  // What bears a name: documents, those that an earlier community has too, things of the whole site.
  const bearers = async (stems) => {
    if (!stems.length) return [[], [], []];
    const name = digest(stems), lists = own(await piece(`n/${name % root.names}`), name.toString(16)) ?? [];
    return [0, 1, 2].map((place) => documentsOf(lists[place]));
  };
  const inside = ({ start }, document) => document >= start && document < start + root.stride;
  const canonical = ({ top, start }, document) => top.same?.[document - start] ?? document;
  const everyStem = (text) => tokens(text).flatMap((token) => forms(token).slice(0, 1)).map(stemOf);
  // What the query calls by a whole name, first things of the whole site (none in one community):
  // -1 for the first of the piece `things`, -2 for the next.
  const called = async (query, terms, rest, scopes, only) => {
    const typed = stems(query), left = rest.map(({ stem }) => stem), every = everyStem(query);
    const asking = root.asking.map((words) => words.split(" ")).filter((words) => words.every((word) => every.includes(word)));
    const help = asking.length ? (await piece("things")).flatMap(([kind], place) => kind === "help" ? [-1 - place] : []) : [];
    const telling = asking.length ? left.filter((stem) => !asking.flat().includes(stem)) : left;
    const whole = [typed.length ? typed : every, terms.map(({ stem }) => stem)];
    const lists = await Promise.all([...whole, left, telling].map(bearers));
    const things = only ? [] : lists.flatMap(([, , places]) => places.map((place) => -1 - place));
    const borne = lists.flatMap(([here, again]) => [...here, ...again]);
    const near = scopes.flatMap((scope) => borne.filter((document) => inside(scope, document)).map((document) => canonical(scope, document)));
    const far = only ? [] : lists.slice(0, scopes.length ? 2 : 4).flatMap(([here]) => here);
    const found = new Set([...far, ...near]), documents = near.length || found.size <= CROWD ? [...found] : [];
    if (!telling.length || typed.every((stem) => asking.flat().includes(stem))) return [...new Set([...help, ...things, ...documents])];
    return [...new Set([...things, ...documents, ...(documents.length ? help : [])])];
  };

  // How many of the documents each community has: [[place in the order of ids, count]], the best first.
  const counted = (documents) => {
    const counts = new Map();
    for (const place of documents.filter((number) => number >= 0).map((number) => Math.floor(number / root.stride))) {
      counts.set(place, (counts.get(place) ?? 0) + 1);
    }
    return [...counts];
  };
  // Answers { total, more, places, meant: [[typed, shown]], unknown, indirect, communities, silent, marks: Set, named, where, numbers }:
  // the first `named` of the numbers are called as the query says. Nobody reads a long tail: what words find ends after
  // the nearest TAIL, `more` says so, `places` counts all. Read with `results`.
  const search = async (query, only = "", filters = {}) => {
    const scope = only ? await community(only) : scopeOf(root, "all", 0);
    const terms = await readQuery(scope, query), parts = [];
    const [named, rest] = only ? [[], terms] : await namedBy(scope, terms);
    const insides = await Promise.all(named.map(community)), narrowed = Object.values(filters).some(Boolean);
    const names = narrowed ? [] : await called(query, terms, rest, only ? [scope] : insides, only);
    // A question of stop words alone that has a name («куди звернутися») asks for nothing else.
    const idle = names.length > 0 && !stems(query).length;
    for (const part of idle ? [] : [...insides, ...(rest.length || !named.length ? [scope] : [])]) {
      const allowed = await allowedBy(part, filters);
      parts.push([part, rest.length ? await rank(part, rest, allowed) : listed(part, allowed)]);
    }
    const seen = new Set(names);
    for (const [part, { order }] of parts) order.forEach((document) => seen.add(canonical(part, document + part.start)));
    const all = parts.flatMap(([, ranked]) => ranked.looked), lists = parts.map(([, ranked]) => ranked.looked);
    // Of a word looked up in several places: known beats guessed, guessed beats unknown.
    const told = (ones) => ones.filter((one) => one.documents.size)
      .sort((one, other) => Boolean(one.meant) - Boolean(other.meant) || other.direct - one.direct)[0] ?? ones[0];
    const first = Array.from({ length: parts.length && Math.min(...lists.map((list) => list.length)) }, (_, place) => told(lists.map((list) => list[place])));
    const every = [...seen], numbers = terms.length ? every.slice(0, TAIL) : every;
    return {
      total: numbers.length,
      more: numbers.length < every.length || all.some((one) => one.shortened),
      places: counted(every),
      meant: first.filter((one) => one.meant && one.documents.size).map((one) => [one.term.typed, one.meant]),
      unknown: first.filter((one) => !one.documents.size).map((one) => one.term.typed),
      indirect: first.filter((one) => one.documents.size && !one.direct).map((one) => one.meant || one.term.typed),
      communities: named,
      silent: named.filter((_, at) => !parts[at]?.[1].order.length),
      marks: new Set([...terms.map((term) => term.stem), ...all.flatMap((one) => [...one.marks])]),
      named: names.length,
      where: only || (named.length === 1 ? named[0] : ""),
      numbers,
    };
  };
  const results = ({ numbers, where }, from, to) => Promise.all(numbers.slice(from, to).map(async (number) => {
    if (number < 0) {
      const [kind, url, title, context, inCommunity] = (await piece("things"))[-1 - number];
      return { kind, url: where && inCommunity ? inCommunity.replace("{community}", where) : url, title, context, snippet: "", name: "" };
    }
    const place = Math.floor(number / root.stride), local = number % root.stride;
    const rows = await piece(`d/${place}/${Math.floor(local / root.results)}`);
    const [kind, url, title, context, snippet, name] = rows[local % root.results];
    return { kind, url, title, context, snippet, name };
  }));

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
