// The row under a title: the device's own way to send, where it has one; print. Without it the link writes a letter.
document.querySelector(".tools").addEventListener("click", (event) => {
  if (event.target.matches("button")) print();
  if (!navigator.share || !event.target.matches("[href^=mailto]")) return;
  event.preventDefault();
  navigator.share({ title: document.title, url: location.href }).catch(() => {});
});
