// Display settings, applied before the first paint. Kept in localStorage, on this device only.
// Each setting is an attribute of <html>: data-size, data-spacing, data-width, data-contrast, data-scheme.
(function (root) {
  var names = ["size", "spacing", "width", "contrast", "scheme"];
  function apply() {
    var kept = {};
    try {
      kept = JSON.parse(localStorage.getItem("hromada-plans:view")) || {};
    } catch (blocked) { /* storage is closed or spoilt: the page stays as the browser shows it */ }
    names.forEach(function (name) {
      if (/^[a-z]+$/.test(kept[name] || "")) root.setAttribute("data-" + name, kept[name]);
      else root.removeAttribute("data-" + name);
    });
  }
  apply();
  addEventListener("pageshow", function (event) { if (event.persisted) apply(); });
})(document.documentElement);
