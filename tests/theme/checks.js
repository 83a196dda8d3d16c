/* The browser's half of checks.py: an expression that gives an object of functions.
   Each returns a list of problems as text; nothing here changes the page. */
(() => {
  const describe = (el) => {
    const own = el.outerHTML.slice(0, el.outerHTML.indexOf(">") + 1);
    const words = (el.innerText || "").trim().replace(/\s+/g, " ").slice(0, 40);
    return own.slice(0, 120) + (words ? ` «${words}»` : "");
  };
  const all = (selector) => [...document.querySelectorAll(selector)];
  const shown = (el) => el.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true })
    && el.getClientRects().length > 0;
  const aside = (el) => { // moved out of sight for screen readers only
    for (let up = el; up; up = up.parentElement) {
      const style = getComputedStyle(up);
      const box = up.getBoundingClientRect();
      if (style.clipPath !== "none" && box.width <= 1 && box.height <= 1) return true;
    }
    return false;
  };
  const rgba = (text) => {
    const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
    canvas.fillStyle = text;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data].map((v, i) => (i === 3 ? v / 255 : v));
  };
  const ground = (el) => {
    for (let up = el; up; up = up.parentElement) {
      const colour = rgba(getComputedStyle(up).backgroundColor);
      if (colour[3] > 0.9) return colour;
    }
    return matchMedia("(prefers-color-scheme: dark)").matches ? [18, 18, 18, 1] : [255, 255, 255, 1];
  };
  const light = (c) => {
    const [r, g, b] = c.slice(0, 3).map((v) => v / 255).map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (a, b) => {
    const [x, y] = [light(a), light(b)].sort((p, q) => q - p);
    return (x + 0.05) / (y + 0.05);
  };
  const reachable = (el) => el.tabIndex >= 0 && !el.disabled && shown(el);

  return {
    focusStop() {
      const el = document.activeElement;
      if (!el || el === document.body || el === document.documentElement) return null;
      const rects = [...el.getClientRects()].filter((r) => r.width > 1 && r.height > 1);
      const box = rects[0] || el.getBoundingClientRect();
      const across = [Math.max(box.left, 0), Math.min(box.right, innerWidth)], down = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
      const inside = across[1] - across[0] >= Math.min(box.width, 20) / 2 && down[1] - down[0] >= Math.min(box.height, 20) / 2; // a tall one shows in part
      const [x, y] = [(across[0] + across[1]) / 2, (down[0] + down[1]) / 2];
      const top = inside ? document.elementFromPoint(x, y) : null;
      const style = getComputedStyle(el);
      const around = ground(el.parentElement || el);
      const tones = [], outline = style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth) + parseFloat(style.outlineOffset);
      if (outline && parseFloat(style.outlineWidth) >= 3) tones.push(rgba(style.outlineColor));
      for (const shadow of style.boxShadow.matchAll(/((?:rgba?|color|oklch|lab)\([^)]*\))[^,]*?(-?[\d.]+)px(?: inset)?(?=,|$)/g))
        if (parseFloat(shadow[2]) >= outline + 3) tones.push(rgba(shadow[1]));
      if (!("__stops" in window)) window.__stops = new WeakSet();
      const again = window.__stops.has(el);
      window.__stops.add(el);
      return {
        what: describe(el), again,
        onScreen: inside && rects.length > 0 && shown(el),
        uncovered: !top || el.contains(top) || top.contains(el),
        ring: tones.some((tone) => contrast(tone, around) >= 3),
        twoTone: matchMedia("(forced-colors: active)").matches // the system draws one, in a colour of its own
          || tones.some((one) => tones.some((other) => contrast(one, other) >= 3)),
      };
    },
    forgetStops() { delete window.__stops; },
    unreachable() {
      const found = [];
      for (const label of all("label")) {
        const control = label.control;
        if (!shown(label) || !control || control.type === "hidden") continue;
        if (!reachable(control)) found.push(`мітка замість елемента керування: ${describe(label)}`);
        else if (aside(control) && /checkbox|radio/.test(control.type) && !label.innerText.trim()) found.push(`перемикач без слова: ${describe(label)}`);
      }
      for (const el of all("[onclick], [role=button], [role=tab], [role=menuitem], [role=link], [role=switch]"))
        if (shown(el) && !reachable(el) && !el.querySelector("a[href], button")) found.push(`лише для миші: ${describe(el)}`);
      for (const el of all("[tabindex]")) if (el.tabIndex > 0) found.push(`tabindex ${el.tabIndex}: ${describe(el)}`);
      return found;
    },
    sideways() {
      const wide = document.scrollingElement.scrollWidth - innerWidth;
      if (wide <= 0) return [];
      const culprits = all("body *").filter((el) => shown(el) && !aside(el) && el.getBoundingClientRect().right > innerWidth + 1).slice(0, 3);
      return [`сторінка ширша за екран на ${wide}px: ${culprits.map(describe).join("; ")}`];
    },
    clipped() {
      return all("body *").filter((el) => {
        if (!shown(el) || aside(el) || /^(svg|INPUT|SELECT)$/i.test(el.tagName) || el.closest("svg")) return false;
        const style = getComputedStyle(el);
        const cutX = /hidden|clip/.test(style.overflowX) && el.scrollWidth > el.clientWidth + 1;
        const cutY = /hidden|clip/.test(style.overflowY) && el.scrollHeight > el.clientHeight + 1 && el.clientHeight > 0;
        return el.innerText && el.innerText.trim() && (cutX || cutY);
      }).map((el) => `текст обрізано: ${describe(el)}`);
    },
    scrollRegions() {
      const found = [];
      for (const el of all("body *")) {
        const style = getComputedStyle(el);
        if (!shown(el) || aside(el) || /^(INPUT|TEXTAREA|SELECT)$/.test(el.tagName)) continue;
        if (!/auto|scroll/.test(style.overflowX) || el.scrollWidth <= el.clientWidth + 1) continue;
        const scripted = !matchMedia("(scripting: none)").matches; // without, keys scroll it from a link inside
        if (el.tabIndex < 0 && (scripted || !el.querySelector("a[href]"))) found.push(`прокрутка поза клавіатурою: ${describe(el)}`);
        const label = el.getAttribute("aria-label") || (el.getAttribute("aria-labelledby") || "").split(" ").map((id) => document.getElementById(id)?.textContent || "").join("").trim();
        if (!label || !el.getAttribute("role")) found.push(`прокрутка без імені: ${describe(el)}`);
      }
      for (const el of all("[tabindex='0']")) {
        const moves = el.scrollWidth > el.clientWidth + 1 || el.scrollHeight > el.clientHeight + 1;
        const scripted = !matchMedia("(scripting: none)").matches;
        if (scripted && shown(el) && !el.matches("a, button, input, select, textarea, summary") && !moves) found.push(`зупинка там, де нічого прокручувати: ${describe(el)}`);
      }
      for (const table of all("table")) {
        const box = table.getBoundingClientRect();
        for (let up = table.parentElement; up && up !== document.body; up = up.parentElement) {
          if (/auto|scroll/.test(getComputedStyle(up).overflowX)) break;
          if (getComputedStyle(up).display === "contents") continue; // has no box of its own
          if (box.right > up.getBoundingClientRect().right + 1) { found.push(`таблиця виходить за межі: ${describe(table)}`); break; }
        }
      }
      return found;
    },
    brokenWords(wideMay) { // wideMay: a word wider than its line may break
      const room = (el) => {
        while (getComputedStyle(el).display === "inline") el = el.parentElement;
        const style = getComputedStyle(el);
        return el.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
      };
      const found = [], range = document.createRange();
      for (const cell of all("td, th")) {
        if (!shown(cell) || aside(cell) || cell.closest(".visually-hidden")) continue;
        const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
        while (texts.nextNode()) for (const word of texts.currentNode.data.matchAll(/[^ \t\n\r\-–—/]*[\p{L}\p{N}][^ \t\n\r\-–—/]*/gu)) {
          range.setStart(texts.currentNode, word.index);
          range.setEnd(texts.currentNode, word.index + word[0].length);
          const parts = [...range.getClientRects()].filter((box) => box.width > 0);
          const lines = new Set(parts.map((box) => Math.round(box.bottom))), width = parts.reduce((sum, box) => sum + box.width, 0);
          if (lines.size > 1 && !(wideMay && width > room(texts.currentNode.parentElement) - 1)) found.push(`слово у двох рядках: «${word[0]}» (${describe(cell)})`);
        }
      }
      return found;
    },
    covers() {
      const found = [];
      for (const region of all(".table-scroll")) {
        for (const part of region.querySelectorAll("thead, th, td")) {
          const style = getComputedStyle(part);
          if (style.position !== "sticky") continue;
          if (style.left !== "auto" && part.offsetWidth > region.clientWidth / 2) found.push(`закриває таблицю завширшки: ${describe(part)}`);
          if (style.top !== "auto" && part.offsetHeight > region.clientHeight / 2) found.push(`закриває таблицю заввишки: ${describe(part)}`);
        }
      }
      return found.slice(0, 5);
    },
    links() {
      const found = [];
      for (const link of all("a[href]")) {
        if (!shown(link)) continue;
        const name = (link.getAttribute("aria-label") || link.innerText || link.querySelector("[aria-label], title")?.getAttribute("aria-label") || link.querySelector("img")?.alt || "").trim();
        if (!/[\p{L}\p{N}]/u.test(name)) found.push(`посилання без слів: ${describe(link)}`);
        if (!link.closest("p, li, dd, td, th") || getComputedStyle(link).borderTopStyle !== "none") continue;
        const lines = [[link], [link, "::first-line"], ...[...link.querySelectorAll("*")].map((el) => [el])].some((what) => getComputedStyle(...what).textDecorationLine.includes("underline"));
        if (!lines) found.push(`посилання без підкреслення: ${describe(link)}`);
      }
      return found;
    },
    structure() {
      const found = [];
      const heads = all("h1, h2, h3, h4, h5, h6").filter((el) => !el.closest("[hidden]"));
      const first = heads.filter((el) => el.tagName === "H1").length;
      if (first !== 1) found.push(`h1 на сторінці: ${first}`);
      let before = 0;
      for (const head of heads) {
        const level = +head.tagName[1];
        if (level > before + 1) found.push(`рівень заголовка пропущено: ${describe(head)}`);
        before = level;
      }
      if (!document.documentElement.lang) found.push("немає lang");
      if (!document.title.trim()) found.push("немає title");
      if (all("main").length !== 1) found.push(`main на сторінці: ${all("main").length}`);
      const ids = all("[id]").map((el) => el.id);
      for (const id of new Set(ids.filter((id, at) => ids.indexOf(id) !== at))) found.push(`id двічі: ${id}`);
      const names = {};
      for (const mark of all("nav, aside, form[role=search], [role=region], section[aria-label], section[aria-labelledby]")) {
        if (mark.closest("[hidden]")) continue;
        const name = mark.getAttribute("aria-label") || document.getElementById(mark.getAttribute("aria-labelledby"))?.textContent || "";
        const key = `${mark.getAttribute("role") || mark.tagName} ${name.trim()}`;
        if (names[key]) found.push(`орієнтир двічі: ${key}`);
        names[key] = true;
      }
      for (const el of all("[role=dialog], dialog, [role=alertdialog]")) if (!el.getAttribute("aria-label") && !el.getAttribute("aria-labelledby")) found.push(`діалог без імені: ${describe(el)}`);
      for (const el of all("img")) if (!el.hasAttribute("alt")) found.push(`зображення без alt: ${describe(el)}`);
      for (const el of all("iframe")) if (!el.title) found.push(`рамка без title: ${describe(el)}`);
      for (const el of all("input:not([type=hidden]), select, textarea")) if (!el.labels.length && !el.getAttribute("aria-label") && !el.getAttribute("aria-labelledby")) found.push(`поле без мітки: ${describe(el)}`);
      for (const el of document.querySelectorAll("*")) for (const at of el.attributes) if (at.name.startsWith("on")) found.push(`обробник в атрибуті: ${describe(el)}`);
      return found;
    },
    targets(least, tall) { // tall: the height alone, a box of its own in a line of text is in text too; of a drawn map a list says the same
      const inText = (el) => { // more stands in its paragraph than the link itself and a sign beside it
        if (el.closest("svg")) return tall;
        let block = el.parentElement;
        while (getComputedStyle(block).display === "inline") block = block.parentElement;
        return block.innerText.trim().length - el.innerText.trim().length > 3;
      };
      return all("a[href], button, summary, input:not([type=hidden]), select").filter((el) => {
        if (!shown(el) || aside(el) || ((tall || getComputedStyle(el).display === "inline") && inText(el))) return false;
        return [el, ...(el.labels || [])].map((part) => part.getBoundingClientRect()).every((box) => box.width < (tall ? 24 : least) || box.height < least - 0.1);
      }).map((el) => `ціль менша за ${least}px: ${describe(el)}`);
    },
    forcedColours() {
      const found = [];
      for (const el of all("body *")) {
        if (!shown(el) || aside(el)) continue;
        for (const side of ["::before", "::after"]) {
          const style = getComputedStyle(el, side);
          if (style.content !== '""' && style.content !== "''") continue;
          const drawn = style.maskImage !== "none" || style.backgroundImage !== "none" || rgba(style.backgroundColor)[3] > 0;
          const edged = ["Top", "Right", "Bottom", "Left"].some((s) => style[`border${s}Style`] !== "none" && parseFloat(style[`border${s}Width`]) > 0);
          if (drawn && !edged && style.display !== "none") found.push(`знак зникає у вимушених кольорах: ${describe(el)}${side}`);
        }
      }
      for (const el of all(".status")) {
        if (!el.innerText.trim()) found.push(`стан без слова: ${describe(el)}`);
        else if (shown(el) && getComputedStyle(el).borderTopStyle === "none") found.push(`стан без межі: ${describe(el)}`);
      }
      for (const el of all(".chart :is(rect, path, circle, line, polyline, polygon)")) {
        const style = getComputedStyle(el);
        const seen = [style.fill, style.stroke].some((c) => c !== "none" && !c.startsWith("url") && contrast(rgba(c), ground(el.closest(".chart"))) >= 3);
        if (!seen) found.push(`фігура не видна: ${describe(el)}`);
      }
      return found;
    },
    searches() {
      const found = [];
      for (const input of all("input[type=search], [role=searchbox]")) {
        if (!shown(input)) continue;
        const form = input.form;
        if (!form || !form.hasAttribute("action") || form.method !== "get" || !input.name) found.push(`пошук без звичайної форми: ${describe(input)}`);
      }
      return found;
    },
    announcements() {
      const found = all("#search-results > li").some(shown), said = all("main [role=status]").some((el) => el.innerText.trim());
      return found && !said ? ["про знайдене не сказано вголос"] : [];
    },
    answer() { return { said: all("main [role=status]").map((el) => el.innerText).join(" "), marked: all("#search-results mark").map((el) => el.innerText) }; },
    deadControls() {
      return all("button, [role=button], [role=switch]").filter((el) => shown(el) && !(el.form && el.type === "submit"))
        .map((el) => `без JavaScript нічого не робить: ${describe(el)}`);
    },
    words() { return document.body.innerText; },
  };
})()
