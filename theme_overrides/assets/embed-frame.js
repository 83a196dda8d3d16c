// Inside a foreign page: take theme and accent from the address, tell the host how tall the page is.
// The message holds a height and nothing else, so any host may hear it.
(function (root) {
  var wish = new URLSearchParams(location.search);
  var theme = wish.get("theme"), accent = wish.get("accent");
  if (theme === "light" || theme === "dark") root.setAttribute("data-scheme", theme);
  if (accent && /^(indigo|teal|brown|slate)$/.test(accent)) root.setAttribute("data-accent", accent);
  if (parent === window || !window.ResizeObserver) return;
  // WordPress, which frames an address pasted into a post, speaks of its own: {message, value, secret}.
  var secret = (/[?&]secret=([A-Za-z0-9]+)/.exec(location.hash) || [])[1], last = 0;
  function say(message, value) {
    if (secret) parent.postMessage({ message: message, value: value, secret: secret }, "*");
  }
  function tell() {
    if (!last) return;
    parent.postMessage({ type: "hromada-plans:height", version: 1, height: last }, "*");
    say("height", last);
  }
  document.addEventListener("DOMContentLoaded", function () {
    new ResizeObserver(function () {
      var height = Math.ceil(document.body.getBoundingClientRect().height);
      if (height !== last) last = height, tell();
    }).observe(document.body);
  });
  // A host whose script came later than the first message asks for it again.
  addEventListener("message", function (event) {
    var said = event.source === parent && event.data;
    if (said && (said.type === "hromada-plans:ask" || (secret && said.message === "ready" && said.secret === secret))) tell();
  });

  // A sandbox without `allow-popups` opens no tab, and a link would be dead: ask the host, and if it does nothing,
  // open the page here. Such a sandbox takes the frame's origin away, by which it is known.
  if (self.origin !== "null") return;
  addEventListener("click", function (event) {
    var link = event.target.closest && event.target.closest("a[href]");
    var other = event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
    if (!link || other || event.defaultPrevented || !/^https?:$/.test(link.protocol)) return;
    event.preventDefault();
    var tab = window.open(link.href);
    if (tab) return void (tab.opener = null);
    say("link", link.href);
    setTimeout(function () { location.href = link.href; }, secret ? 1000 : 0);
  });
})(document.documentElement);
