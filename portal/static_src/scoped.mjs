// `@import "scoped:…"` in an entry: the rules of that sheet count inside `.observatory` only.
// Our screens stand inside Wagtail's own admin. There the public sheets lose their layers, because a rule in a layer gives
// way to any rule of Wagtail, and their reach, because Wagtail's own forms and menus keep their look.
import { readFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";

const PREFIX = /^scoped:/;

const withoutLayers = (sheet) => sheet.replace(/@layer[^{;]*;/g, "").replace(/@layer[^{;]*\{/g, "& {");

export const scoped = {
  name: "scoped",
  setup(build) {
    build.onResolve({ filter: PREFIX }, ({ path, resolveDir }) => ({
      path: resolve(resolveDir, path.replace(PREFIX, "")),
      namespace: "scoped",
    }));
    build.onLoad({ filter: /.*/, namespace: "scoped" }, async ({ path }) => ({
      contents: `.observatory {\n${withoutLayers(await readFile(path, "utf8"))}\n}`,
      loader: "css",
      resolveDir: dirname(path),
      watchFiles: [path],
    }));
  },
};
