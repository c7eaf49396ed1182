// Our side with all rules on: beginnings, spellings, other names, slips.
import { start as plain } from "./ours.js";

export const start = (text) => plain(text, true);
