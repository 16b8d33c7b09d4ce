// The screens of the import, one behaviour per module. Every page is complete without them.
import { answers } from "../assistant/answers.js";
import { dropZone } from "../assistant/drop.js";
import { focusNotice } from "../assistant/focus.js";
import { progress } from "../assistant/progress.js";
import { submitOnChange } from "../assistant/submit.js";

const start = () => {
  focusNotice();
  document.querySelectorAll("[data-drop]").forEach(dropZone);
  document.querySelectorAll("[data-refresh]").forEach(answers);
  document.querySelectorAll("[data-progress]").forEach(progress);
  document.querySelectorAll("[data-submit]").forEach(submitOnChange);
};

if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
else start();
