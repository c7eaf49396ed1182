// SQLite FTS4 through sql.js: how many documents match, which costs it least.
export async function start(text) {
  await new Promise((loaded, failed) => {
    const script = document.createElement("script");
    script.src = "/node_modules/sql.js/dist/sql-wasm.js";
    script.onload = loaded;
    script.onerror = failed;
    document.head.append(script);
  });
  const SQL = await globalThis.initSqlJs({ locateFile: (file) => `/node_modules/sql.js/dist/${file}` });
  const lines = text.trimEnd().split("\n");
  const began = performance.now();
  const db = new SQL.Database();
  db.run("create virtual table f using fts4(text, content='')");
  db.run("begin");
  const add = db.prepare("insert into f(docid, text) values (?, ?)");
  lines.forEach((line, at) => add.run([at, line]));
  add.free();
  db.run("commit");
  db.run("insert into f(f) values('optimize')");
  const count = db.prepare("select count(*) from f where f match ?");
  const ask = (query) => {
    count.bind([query]);
    count.step();
    const [found] = count.get();
    count.reset();
    return found;
  };
  return { built: performance.now() - began, ask };
}
