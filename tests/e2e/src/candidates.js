// (root or null, role, name or null) -> visible elements that may have this role
// and name, those whose name is likely equal first.
const [root, role, name] = arguments;
const native = {
  alert: "",
  button: "button, input[type=button], input[type=submit], input[type=reset], summary",
  checkbox: "input[type=checkbox]",
  combobox: "select, input[list]",
  complementary: "aside",
  dialog: "dialog",
  group: "fieldset, details, optgroup",
  heading: "h1, h2, h3, h4, h5, h6",
  link: "a[href]",
  list: "ul, ol",
  listitem: "li",
  main: "main",
  navigation: "nav",
  radio: "input[type=radio]",
  region: "section",
  row: "tr",
  search: "search",
  searchbox: "input[type=search]",
  slider: "input[type=range]",
  status: "output",
  table: "table",
  textbox: "input:not([type]), input[type=text], input[type=email], input[type=url], textarea",
};
const selector = [native[role], `[role~="${role}"]`].filter(Boolean).join(", ");
const plain = (text) => (text ?? "").replace(/\s+/g, " ").trim();
const textOf = (ids) => ids.split(/\s+/).map((id) => document.getElementById(id)?.textContent).join(" ");
const nameOf = (element) => {
  const by = element.getAttribute("aria-labelledby");
  if (by) return plain(textOf(by));
  const label = element.getAttribute("aria-label");
  if (label) return plain(label);
  if (element.labels?.length) return plain(Array.from(element.labels, (l) => l.textContent).join(" "));
  const own = element.querySelector(":scope > legend, :scope > caption, :scope > summary, :scope > title");
  return plain(own?.textContent || element.textContent || element.title || element.placeholder || element.alt);
};
const shown = (element) => (element.checkVisibility ? element.checkVisibility({ visibilityProperty: true }) : true);
const all = Array.from((root ?? document).querySelectorAll(selector)).filter(shown);
if (name === null) return all;
const named = all.map((element) => [element, nameOf(element)]);
const equal = named.filter(([, found]) => found === name);
const near = named.filter(([, found]) => found !== name && found.includes(name));
return [...equal, ...near.slice(0, 20)].map(([element]) => element);
