// Save what is typed but not sent yet, without leaving the page. Continue works without it.
const form = document.querySelector("form[data-autosave]");

function watch() {
  const said = document.querySelector("[data-autosave-said]");
  const own = Array.from(crypto.getRandomValues(new Uint8Array(8)), (n) => n.toString(16).padStart(2, "0")).join("");
  const later = Number(form.dataset.autosave);
  let timer, changed = false, saving = false, sent = false;

  // Set again before each use: some browsers put the values of an earlier visit back.
  const sign = () => {
    form.elements.writer.value = own;
    form.elements.stamp.value = form.dataset.stamp;
  };
  const words = () => {
    sign();
    const data = new FormData(form);
    data.set("autosave", "1");
    return data;
  };
  // Heard at most once a minute: the words change with the clock only.
  const say = (name) => {
    const time = name === "saved" ? ` ${new Date().toTimeString().slice(0, 5)}` : "";
    const text = said.dataset[name] + time;
    if (said.textContent !== text) said.textContent = text;
  };
  const again = (seconds) => {
    clearTimeout(timer);
    timer = setTimeout(save, seconds);
  };

  async function save() {
    if (!changed || saving || sent) return;
    changed = false;
    saving = true;
    try {
      const answer = await fetch(location.href, { method: "POST", body: words(), redirect: "error" });
      if (!answer.ok && answer.status !== 409) throw new Error(answer.status);
      say(answer.ok ? "saved" : "elsewhere");
      if (changed) again(later);
    } catch {
      changed = true;
      say("failed");
      again(20000);
    }
    saving = false;
  }

  form.addEventListener("input", () => {
    changed = true;
    again(later);
  });
  // The whole form is on its way: what this script would send is older.
  form.addEventListener("submit", () => {
    sign();
    sent = true;
    setTimeout(() => { sent = false; }, 15000);
  });
  addEventListener("pagehide", () => {
    if (changed && !sent) navigator.sendBeacon(location.href, words());
  });
}

if (form) watch();
