// What a reader chose, kept in localStorage on this device only; nothing else of the site touches that.
// Display settings are applied before the first paint: each is an attribute of <html>, data-size, data-spacing …
// Other scripts read and write all of it by `keptHere`: `read` gives an empty object where storage has nothing, is closed
// or spoilt; an empty object written forgets everything; `write` says whether it could be kept.
(function (root, key) {
  function read() {
    try {
      var kept = JSON.parse(localStorage[key]);
      return kept.constructor === Object ? kept : {};
    } catch (nothing) { return {}; }
  }
  function write(kept) {
    try {
      delete localStorage[key];
      for (var name in kept) if (kept[name]) localStorage[key] = JSON.stringify(kept);
      return true;
    } catch (blocked) { return false; }
  }
  function apply() {
    var kept = read();
    ["size", "spacing", "width", "contrast", "scheme", "exit"].forEach(function (name) {
      if (/^[a-z]+$/.test(kept[name] || "")) root[name] = kept[name];
      else delete root[name];
    });
  }
  apply();
  addEventListener("pageshow", apply);
  window.keptHere = { read: read, write: write };
})(document.documentElement.dataset, "hromada-plans:view");
