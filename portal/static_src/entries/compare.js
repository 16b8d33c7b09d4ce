// The comparison: its curves wake on demand, its address is copied, names are offered. The page is complete without.
import { copyAddress } from "../js/address.js";
import { offerNames } from "../js/names.js";
import { wakeOnDemand } from "../js/wake.js";

document.querySelectorAll("[data-figure]").forEach(wakeOnDemand);
document.querySelectorAll("a[data-copy]").forEach(copyAddress);
document.querySelectorAll("script[id^=noms-]").forEach(offerNames);
