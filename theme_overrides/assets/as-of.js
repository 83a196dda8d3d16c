// In the line that says as of which day a page stands: that the site has not been built for more than 14 days.
// It runs where it stands, before what follows is laid out: nothing moves.
(function (line) {
  var now = new Date();
  var days = (Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) - Date.parse(line.querySelector("time").dateTime)) / 864e5;
  if (!(days > 14)) return;
  var word = { one: "день", few: "дні" }[new Intl.PluralRules("uk").select(days)] || "днів";
  line.append(". Сайт не оновлювався " + days + "\u00a0" + word + "; сказане про строки може бути застарілим.");
})(document.currentScript.parentNode);
