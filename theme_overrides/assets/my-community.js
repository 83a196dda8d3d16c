// The remembered community comes first: fills #mine, which stands right before this script, so that what is below is
// first painted in its place; on a topic's page its section goes before those of the others.
(function (mine, kept) {
  var id = kept.community, page = mine.parentNode;
  if (!/^[a-z0-9-]+$/.test(id || "")) return;
  if (mine.dataset.without.split(" ").includes(id)) {
    delete kept.community;
    delete kept.name;
    keptHere.write(kept);
    return;
  }
  mine.querySelectorAll("[data-name]").forEach(function (place) { place.textContent = kept.name; });
  mine.querySelectorAll("[data-to]").forEach(function (link) { link.href = mine.dataset.root + link.dataset.to.replace("{}", id); });
  mine.hidden = false;
  addEventListener("DOMContentLoaded", function () {
    var line = document.getElementById(id);
    if (line && line.tagName === "LI" && !location.hash) line.parentNode.prepend(line);
  });
  var silent = document.getElementById("mine-silent");
  if (silent) addEventListener("DOMContentLoaded", function () {
    var part = document.getElementById(id), first = page.querySelector("h2[id]:not(#mine-name)");
    silent.hidden = part;
    if (!part || part === first || location.hash) return;
    do {
      var next = part.nextElementSibling;
      page.insertBefore(part, first);
      part = next;
    } while (part && part.tagName !== "H2");
  });
})(document.getElementById("mine"), keptHere.read());
