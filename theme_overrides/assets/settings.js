// What a reader chose, kept in localStorage on this device only; nothing else of the site touches that.
// Display settings are applied before the first paint: each is an attribute of <html>, data-size, data-spacing …
// Other scripts read and write all of it by `keptHere`; an empty object forgets everything.
(function (root) {
  var key = "hromada-plans:view", names = ["size", "spacing", "width", "contrast", "scheme", "exit"];
  function read() {
    try {
      var kept = JSON.parse(localStorage.getItem(key));
      return kept && kept.constructor === Object ? kept : {};
    } catch (blocked) { return {}; /* storage is closed or spoilt: the page stays as the browser shows it */ }
  }
  // Whether it could be kept.
  function write(kept) {
    try {
      if (Object.keys(kept).length) localStorage.setItem(key, JSON.stringify(kept));
      else localStorage.removeItem(key);
      return true;
    } catch (blocked) { return false; }
  }
  function apply() {
    var kept = read();
    names.forEach(function (name) {
      if (/^[a-z]+$/.test(kept[name] || "")) root.setAttribute("data-" + name, kept[name]);
      else root.removeAttribute("data-" + name);
    });
  }
  apply();
  addEventListener("pageshow", function (event) { if (event.persisted) apply(); });
  window.keptHere = { read: read, write: write };
})(document.documentElement);
