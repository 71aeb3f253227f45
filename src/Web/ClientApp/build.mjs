// Bundles styles, scripts, fonts and the icon sprite into wwwroot/dist. Run by MSBuild (FrontEnd.targets).
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import * as esbuild from 'esbuild';
import * as sass from 'sass';

const source = dirname(fileURLToPath(import.meta.url));
const web = dirname(source);
const packages = join(web, 'node_modules');
const dist = join(web, 'wwwroot', 'dist');
const target = ['chrome111', 'firefox114', 'safari16.4'];

// The portal's own, and those that only some pages load.
const sheets = ['app', 'simulator', 'outbox'];
const programs = ['app', 'theme', 'simulator'];

async function styles(name) {
  const { css } = sass.compile(join(source, 'styles', `${name}.scss`), {
    loadPaths: [packages],
    quietDeps: true,
    // Bootstrap 5 is still written with @import; so is our entry point, because that is how its variables are set.
    silenceDeprecations: ['import', 'global-builtin', 'color-functions', 'if-function'],
  });
  await esbuild.build({
    stdin: { contents: css, loader: 'css', resolveDir: web, sourcefile: `${name}.css` },
    bundle: true,
    minify: true,
    target,
    loader: { '.woff2': 'file' },
    assetNames: '[name]-[hash]',
    outfile: join(dist, `${name}.css`),
    logLevel: 'warning',
  });
}

async function scripts() {
  await esbuild.build({
    entryPoints: programs.map(name => join(source, 'scripts', `${name}.js`)),
    bundle: true,
    minify: true,
    target,
    format: 'iife',
    outdir: dist,
    logLevel: 'warning',
  });
}

async function icons() {
  const names = JSON.parse(await readFile(join(source, 'icons', 'icons.json'), 'utf8'));
  const symbols = await Promise.all(Object.entries(names).map(async ([id, name]) => {
    const svg = await readFile(join(packages, 'bootstrap-icons', 'icons', `${name}.svg`), 'utf8');
    const shape = svg.match(/<svg[^>]*>([\s\S]*)<\/svg>/)[1].replace(/\s*\n\s*/g, '');
    return `<symbol id="${id}" viewBox="0 0 16 16">${shape}</symbol>`;
  }));
  const logo = await readFile(join(source, 'icons', 'logo.svg'), 'utf8');
  const mark = logo.match(/<svg[^>]*>([\s\S]*)<\/svg>/)[1].replace(/\s*\n\s*/g, '');
  symbols.push(`<symbol id="logo" viewBox="0 0 48 48">${mark}</symbol>`);
  await writeFile(join(dist, 'icons.svg'), `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join('')}</svg>`);
}

export async function build() {
  await rm(dist, { recursive: true, force: true });
  await mkdir(dist, { recursive: true });
  await Promise.all([...sheets.map(styles), scripts(), icons()]);
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  await build();
}
