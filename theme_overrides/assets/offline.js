// On a copy that is opened from a disk: a link that a script made leads to a page by its file, for no server finds it.
// Links that stand in the page have been written so by `plans build --offline`.
(function () {
  function mend(event) {
    var link = event.target.closest && event.target.closest("a[href]");
    if (!link || link.protocol !== "file:" || !/\/$/.test(link.pathname)) return;
    link.pathname += "index.html";
  }
  ["focusin", "pointerover", "click", "auxclick"].forEach(function (name) { addEventListener(name, mend, true); });
})();
