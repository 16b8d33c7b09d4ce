// Bundles every file of `entries/` into the git-ignored `static_built/portal/`, which `collectstatic` reads.
// Scripts are ES modules; what an entry imports on demand (Chart.js) becomes a chunk of its own.
// No source map: Manifest storage would look for the file named in its last line.
import { existsSync, readdirSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";
import { scoped } from "./scoped.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const entries = join(here, "entries");
const watching = process.argv.includes("--watch");

const settings = {
  entryPoints: existsSync(entries)
    ? readdirSync(entries)
        .filter((name) => /\.(js|css)$/.test(name))
        .map((name) => join(entries, name))
    : [],
  outdir: join(here, "..", "static_built", "portal"),
  bundle: true,
  minify: !watching,
  splitting: true,
  format: "esm",
  target: ["chrome90", "firefox90", "safari15"],
  chunkNames: "chunks/[name]-[hash]",
  assetNames: "assets/[name]-[hash]",
  loader: { ".woff2": "file", ".svg": "file" },
  external: ["./fonts/*", "../fonts/*"], // made by ops/font.py, beside the bundles
  plugins: [scoped],
  legalComments: "none",
  logLevel: "warning",
  logLimit: 10,
};

// Of former builds: a bundle without its entry would ask for chunks that are gone, and Manifest storage would refuse it.
rmSync(join(settings.outdir, "chunks"), { recursive: true, force: true });
const kept = new Set(settings.entryPoints.map((path) => basename(path)));
for (const name of existsSync(settings.outdir) ? readdirSync(settings.outdir) : [])
  if (/\.(js|css)$/.test(name) && !kept.has(name)) rmSync(join(settings.outdir, name));

// One build for each script: what two scripts share would become a chunk, one more request on every page that has them.
const scripts = settings.entryPoints.filter((path) => path.endsWith(".js"));
const sheets = settings.entryPoints.filter((path) => path.endsWith(".css"));
for (const entryPoints of [sheets, ...scripts.map((path) => [path])]) {
  const one = { ...settings, entryPoints };
  if (watching) await (await esbuild.context(one)).watch();
  else await esbuild.build(one);
}
