// The catalogue: its list follows its filters. The page is complete without.
import { followFilters } from "../js/filters.js";

const form = document.getElementById("filtres");
if (form) followFilters(form);
