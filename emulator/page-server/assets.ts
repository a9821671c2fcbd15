import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stripTypes } from './strip-types.ts';

export interface Asset {
  readonly contentType: string;
  readonly bytes: Buffer;
}

const root = fileURLToPath(new URL('../', import.meta.url));

/** Modules that the page has in common with the rest; they import nothing but each other. */
const sharedModules = ['component.ts', 'json.ts', 'option-type.ts', 'command-type.ts', 'snowflake.ts'];

const contentTypes: Readonly<Record<string, string>> = {
  '.ts': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.svg': 'image/svg+xml',
};

async function listFiles(): Promise<readonly string[]> {
  const entries = await readdir(join(root, 'page'), { recursive: true, withFileTypes: true });
  const own = entries
    .filter((entry) => entry.isFile() && extname(entry.name) in contentTypes)
    .map(({ parentPath, name }) => join(parentPath, name));
  return [...own, ...sharedModules.map((name) => join(root, name))];
}

const addressOf = (file: string): string => `/${relative(root, file).split(sep).join('/')}`;

/** Every file of the page by its address, scripts without their types; `/` is the page itself. */
export async function loadAssets(): Promise<ReadonlyMap<string, Asset>> {
  const files = await listFiles();
  const scripts = files.filter((file) => extname(file) === '.ts');
  const others = files.filter((file) => extname(file) !== '.ts');
  const sources = await Promise.all(scripts.map((file) => readFile(file, 'utf8')));
  const stripped = await stripTypes(sources);
  const contents = [
    ...scripts.map((file, index) => [file, Buffer.from(stripped[index] ?? '')] as const),
    ...(await Promise.all(others.map(async (file) => [file, await readFile(file)] as const))),
  ];
  return new Map(
    contents.map(([file, bytes]) => {
      const address = addressOf(file);
      const contentType = contentTypes[extname(file)] ?? 'application/octet-stream';
      return [address === '/page/index.html' ? '/' : address, { contentType, bytes }];
    }),
  );
}
