/* The browser's half of walk.py: an expression that gives an object of functions. Nothing here changes the page. */
(() => {
  const describe = (el) => {
    const own = el.outerHTML.slice(0, el.outerHTML.indexOf(">") + 1);
    const words = (el.innerText || "").trim().replace(/\s+/g, " ").slice(0, 40);
    return own.slice(0, 120) + (words ? ` «${words}»` : "");
  };
  const boxes = (el) => [...el.getClientRects()].filter((box) => box.width > 1 && box.height > 1);
  const within = (box) => ({
    left: Math.max(box.left, 0), right: Math.min(box.right, innerWidth), top: Math.max(box.top, 0), bottom: Math.min(box.bottom, innerHeight),
  });
  const points = (box) => [0.5, 0.1, 0.9].flatMap((down) => [0.5, 0.1, 0.9].map((across) => [
    box.left + (box.right - box.left) * across, box.top + (box.bottom - box.top) * down,
  ]));
  const own = (el, top) => el.contains(top) || [...(el.labels || [])].some((label) => label.contains(top));
  // What stays at an edge of the window while the rest moves, and lies over something that is not its own.
  // Who may stay is found once: nothing begins to stick because it is focused, but what holds the focus, which is asked again.
  const sticks = (el) => {
    const style = getComputedStyle(el);
    return /sticky|fixed/.test(style.position) && !(style.top === "auto" && style.bottom === "auto");
  };
  let sticky = [];
  const around = (el) => el && el !== document.body ? [el, ...around(el.parentElement)] : [];
  const stuck = () => [...new Set([...sticky, ...around(document.activeElement)])].filter((el) => {
    if (!sticks(el) || !el.checkVisibility()) return false;
    const box = within(el.getBoundingClientRect());
    if (box.right - box.left <= 1 || box.bottom - box.top <= 1) return false;
    return points(box).some(([x, y]) => {
      const pile = document.elementsFromPoint(x, y), at = pile.findLastIndex((other) => el.contains(other));
      return at >= 0 && pile.slice(at).some((other) => !el.contains(other) && !other.contains(el));
    });
  });

  return {
    stop() {
      const el = document.activeElement;
      if (!el || el === document.body || el === document.documentElement) return null;
      window.__walked ||= new WeakSet();
      if (el.tagName === "IFRAME" && el === window.__last) return { inside: true }; // what is in a frame is walked as a page of its own
      const again = window.__walked.has(el);
      window.__walked.add(el);
      window.__last = el;
      const all = boxes(el), shown = all.map(within).filter((box) => box.right - box.left > 1 && box.bottom - box.top > 1);
      const covers = stuck().filter((part) => part.getBoundingClientRect().height > innerHeight / 5 + 1);
      const over = new Set();
      let seen = false, free = 0;
      if (el.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true })) for (const box of shown) {
        const marks = points(box);
        for (const [x, y] of marks) {
          const top = document.elementFromPoint(x, y);
          if (top && !own(el, top) && !top.contains(el)) over.add(top);
          if (top && own(el, top)) free += 1;
          seen = true;
        }
      }
      const whole = all.length ? { top: Math.min(...all.map((box) => box.top)), bottom: Math.max(...all.map((box) => box.bottom)) } : { top: 0, bottom: 0 };
      const tall = whole.bottom - whole.top > innerHeight * 0.75;
      const wall = [...over].map(describe)[0];
      return {
        what: describe(el), again, inside: false, scroll: scrollY, height: innerHeight,
        missed: el.tagName === "A" ? 0 : Math.max(0, -whole.top), // of a box or a field: what lies above the window when focus lands in it
        problems: [
          ...(seen ? [] : [`не видно: ${describe(el)}`]),
          ...(over.size && !(tall && free) ? [`закрито (${wall}): ${describe(el)}`] : []),
          ...(seen && !free ? [`не натиснути: ${describe(el)}`] : []),
          ...covers.map((part) => `закриває понад п’яту частину висоти: ${describe(part)}`),
        ],
      };
    },
    start() {
      delete window.__walked;
      delete window.__last;
      document.activeElement?.blur();
      scrollTo(0, 0);
      sticky = [...document.querySelectorAll("body *")].filter(sticks);
    },
  };
})()
