// For a site that shows our pages in frames: each frame becomes as tall as the page in it.
// Message, version 1: {type: "hromada-plans:height", version: 1, height: CSS pixels}. Heard only from the site this
// script came from, and only for a frame that shows that site. Without the script frames keep the height they have.
(function (script) {
  if (!script || !script.src) return;
  var home = new URL(".", script.src), key = "hromada-plans:" + home.href;
  if (window[key]) return;
  window[key] = true;

  function ours() {
    return Array.prototype.filter.call(document.getElementsByTagName("iframe"), function (frame) {
      return frame.src.indexOf(home.href) === 0;
    });
  }

  addEventListener("message", function (event) {
    var said = event.data, height = said && said.height;
    if (event.origin !== home.origin || !said || said.type !== "hromada-plans:height" || said.version !== 1) return;
    if (typeof height !== "number" || !(height >= 50 && height <= 20000)) return;
    ours().forEach(function (frame) {
      if (frame.contentWindow !== event.source) return;
      // Themes that reset frames (`height: auto !important`) must not win, nor the least height in the code.
      frame.style.setProperty("height", Math.ceil(height) + "px", "important");
      frame.style.minHeight = "0";
    });
  });

  // Frames that were ready before this script did not know that anybody listens: ask them again.
  function ask() {
    ours().forEach(function (frame) {
      frame.contentWindow.postMessage({ type: "hromada-plans:ask", version: 1 }, "*");
    });
  }
  ask();
  addEventListener("load", ask);
})(document.currentScript);
