// The one script of public pages. Everything works without it.
const summary = document.querySelector("[data-error-summary]");
if (summary) {
  summary.focus();
  // A link of the summary brings the label into view too, not only the box.
  summary.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    const box = link && document.getElementById(link.hash.slice(1));
    if (!box) return;
    const question = box.closest("fieldset") || document.querySelector(`label[for="${box.id}"]`) || box;
    requestAnimationFrame(() => {
      question.scrollIntoView();
      box.focus({ preventScroll: true });
    });
  });
}
