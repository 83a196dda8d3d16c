// Beside the as-of date: that the site has not been built for more than 14 days.
// It runs where it stands, before what follows is laid out: nothing moves.
(function (me) {
  var days = Math.floor((Date.now() - Date.parse(me.dataset.day)) / 864e5);
  if (days > 14) me.after(". Сайт не оновлювався " + days + "\u00a0" + ({ one: "день", few: "дні" }[new Intl.PluralRules("uk").select(days)] || "днів") + "; сказане про строки може бути застарілим.");
})(document.currentScript);
