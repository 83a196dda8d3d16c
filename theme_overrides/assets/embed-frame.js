// Inside a foreign page: take theme and accent from the address, tell the host how tall the page is.
// The message holds a height and nothing else, so any host may hear it.
(function (root) {
  var wish = new URLSearchParams(location.search);
  var theme = wish.get("theme"), accent = wish.get("accent");
  if (theme === "light" || theme === "dark") root.setAttribute("data-scheme", theme);
  if (accent && /^(indigo|teal|brown|slate)$/.test(accent)) root.setAttribute("data-accent", accent);
  if (parent === window || !window.ResizeObserver) return;
  var last = 0;
  function tell() {
    if (last) parent.postMessage({ type: "hromada-plans:height", version: 1, height: last }, "*");
  }
  document.addEventListener("DOMContentLoaded", function () {
    new ResizeObserver(function () {
      var height = Math.ceil(document.body.getBoundingClientRect().height);
      if (height !== last) last = height, tell();
    }).observe(document.body);
  });
  // A host whose script came later than the first message asks for it again.
  addEventListener("message", function (event) {
    if (event.source === parent && event.data && event.data.type === "hromada-plans:ask") tell();
  });
})(document.documentElement);
