// After a while without use, ask if somebody is there; then close the page. Escape means stay.
const dialog = document.querySelector("dialog[data-idle]");

function watch() {
  const minutes = (text) => Number(text) * 60000;
  const asks = minutes(dialog.dataset.idle);
  const closes = asks + minutes(dialog.dataset.idleClose);
  const leave = dialog.querySelector("[data-idle-leave]");
  let last = Date.now(), left = false;

  const used = () => {
    if (!dialog.open) last = Date.now();
  };
  for (const name of ["pointerdown", "keydown", "input", "scroll"]) {
    addEventListener(name, used, { capture: true, passive: true });
  }
  dialog.querySelector("[data-idle-stay]").addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => { last = Date.now(); });

  // By the clock and not by counting: a laptop may have been asleep.
  const look = () => {
    const unused = Date.now() - last;
    if (left) return;
    if (unused >= closes) {
      left = true;
      leave.submit();
    } else if (unused >= asks && !dialog.open) {
      // Written before it opens, so that it is read once and as a whole.
      const at = new Date(last + closes).toTimeString().slice(0, 5);
      dialog.querySelector("[data-idle-at]").textContent = `, at ${at}`;
      dialog.showModal();
    }
  };
  setInterval(look, 1000);
  document.addEventListener("visibilitychange", look);
}

if (dialog && dialog.showModal) watch();

// A page that the browser kept in memory may be closed or older than what was saved since.
addEventListener("pageshow", (event) => {
  if (event.persisted) location.reload();
});
