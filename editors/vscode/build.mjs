// Bundles the extension into dist/extension.js. Beside it it puts the schema of configurations, the licence of mtlint, and those of
// the modules that are in the bundle.

import { build } from 'esbuild';
import { copyFile, readdir, readFile, writeFile } from 'node:fs/promises';

const { metafile } = await build({
  entryPoints: ['src/extension.ts'],
  outfile: 'dist/extension.js',
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  external: ['vscode'],
  metafile: true,
});

const modules = new Set(Object.keys(metafile.inputs).map((file) => file.match(/^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/)?.[0]));
modules.delete(undefined);
const notices = await Promise.all([...modules].sort().map(notice));
await writeFile('dist/THIRD_PARTY.txt', `Modules in extension.js\n\n${notices.join('\n\n')}\n`);
await copyFile('../../LICENSE', 'LICENSE');
await copyFile('../../lint/config/schema.json', 'dist/schema.json');

/** Returns the name, the version and the licence of a module. */
async function notice(directory) {
  const { name, version, license } = JSON.parse(await readFile(`${directory}/package.json`, 'utf8'));
  const file = (await readdir(directory)).find((f) => /^licen[cs]e/i.test(f));
  if (file === undefined) {
    throw new Error(`${directory} has no licence file`);
  }
  return `${name} ${version} (${license})\n\n${(await readFile(`${directory}/${file}`, 'utf8')).trim()}`;
}
