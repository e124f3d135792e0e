// Finds the program that is the language server.

import { accessSync, constants, statSync } from 'node:fs';
import * as path from 'node:path';

/** What the search for the program knows of the machine. */
export interface Place {
  readonly home: string;
  readonly folder: string | undefined; // the first folder of the workspace
  readonly searchPath: string; // the PATH
  readonly platform: NodeJS.Platform;
}

/** The absolute path of the program, or why there is none: a sentence for the user. */
export type Found = { readonly path: string } | { readonly fault: string };

/** Returns the program that the setting names, or the one on the PATH when it names none. */
export function findProgram(setting: string, place: Place): Found {
  if (setting.trim() === '') {
    return findOnPath(place) ?? { fault: 'The program mtlint is not on the PATH.' };
  }
  const file = expand(setting.trim(), place);
  if (isExecutable(file)) {
    return { path: file };
  }
  return { fault: `There is no program at ${file}, which the setting mtlint.path names.` };
}

function expand(setting: string, { home, folder }: Place): string {
  let file = setting.replace(/^~(?=$|[/\\])/, () => home);
  if (folder !== undefined) {
    file = path.resolve(folder, file.replaceAll('${workspaceFolder}', () => folder));
  }
  return file;
}

function findOnPath({ searchPath, platform }: Place): Found | undefined {
  const name = platform === 'win32' ? 'mtlint.exe' : 'mtlint';
  for (const directory of searchPath.split(path.delimiter)) {
    const file = path.join(directory, name);
    if (path.isAbsolute(directory) && isExecutable(file)) {
      return { path: file };
    }
  }
  return undefined;
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
