// Charts in a text: each wakes by itself.
import { wakeOnDemand } from "../js/wake.js";

document.querySelectorAll(".chartb").forEach(wakeOnDemand);
