// Edits the seed article in VS Code as a translator does. Run by code-server.sh, which sets MTLINT, SERVER, SEEDS and WORK.

import assert from 'node:assert/strict';
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { chromium, type Locator, type Page } from 'playwright-core';

const [mtlint, server, seeds, work] = ['MTLINT', 'SERVER', 'SEEDS', 'WORK'].map((name) => {
  const value = process.env[name];
  assert.ok(value, `${name} is not set`);
  return value;
});
const port = 8099;
const patience = 120_000; // milliseconds; the machine may be busy
const seed = 'newsweek-iraq';
const articles = path.join(work, 'articles');
const settings = path.join(work, 'user/User/settings.json');
const screenshots = path.resolve('out/screenshots');

/** A finding of `mtlint check`, as far as it is needed here. */
interface Finding {
  rule: string;
  severity: string;
  message: string;
  span: { start: { line: number; column: number }; end: { line: number; column: number } };
}

async function main(): Promise<void> {
  mkdirSync(articles, { recursive: true });
  mkdirSync(screenshots, { recursive: true });
  copyFileSync(path.join(seeds, `${seed}.txt`), path.join(articles, `${seed}.txt`));
  writeFileSync(path.join(articles, 'other.txt'), 'They went to the the market.\n');
  configure(mtlint);
  const code = serve();
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage({ viewport: { width: 1500, height: 1100 } });
    page.setDefaultTimeout(patience);
    const editor = new Editor(page);
    await edit(editor).catch(async (fault) => {
      await editor.shoot('failure');
      throw fault;
    });
  } finally {
    await browser.close();
    code.kill();
  }
}

/** Writes the settings of VS Code. */
function configure(program: string): void {
  mkdirSync(path.dirname(settings), { recursive: true });
  const values = {
    'mtlint.path': program,
    'editor.wordWrap': 'on',
    'editor.minimap.enabled': false,
    'window.dialogStyle': 'custom',
    'workbench.startupEditor': 'none',
  };
  writeFileSync(settings, JSON.stringify(values));
}

function serve(): ChildProcess {
  const args = ['--auth', 'none', '--bind-addr', `127.0.0.1:${port}`, '--disable-telemetry', '--disable-update-check'];
  const dirs = ['--extensions-dir', path.join(work, 'extensions'), '--user-data-dir', path.join(work, 'user')];
  return spawn('node', [server, ...args, '--disable-workspace-trust', ...dirs, articles], { stdio: 'ignore' });
}

/** VS Code in a page, with what a user does in it. */
class Editor {
  private shots = 0;

  constructor(readonly page: Page) {}

  async open(): Promise<void> {
    const address = `http://127.0.0.1:${port}/`;
    for (const end = Date.now() + patience; ; await this.page.waitForTimeout(500)) {
      try {
        await this.page.goto(address);
        break;
      } catch (error) {
        if (Date.now() > end) {
          throw error;
        }
      }
    }
    await this.page.locator('.monaco-workbench .statusbar').waitFor();
  }

  /** Runs a command of the palette. */
  async command(title: string): Promise<void> {
    await this.page.keyboard.press('F1');
    await this.pick(`>${title}`, title);
  }

  async openFile(name: string): Promise<void> {
    await this.page.keyboard.press('Control+P');
    await this.pick(name, name);
    await this.page.locator('.tab.active', { hasText: name }).waitFor();
  }

  private async pick(typed: string, shown: string): Promise<void> {
    const box = this.page.locator('.quick-input-widget');
    await box.locator('input').fill(typed);
    await box.locator('.monaco-list-row', { hasText: shown }).first().waitFor();
    await this.page.keyboard.press('Enter');
    await box.waitFor({ state: 'hidden' });
  }

  async goTo(line: number, column: number): Promise<void> {
    await this.page.keyboard.press('Control+G');
    const input = this.page.locator('.quick-input-widget input');
    await input.fill(`:${line},${column}`);
    await this.page.keyboard.press('Enter');
    await this.page.locator('.statusbar-item', { hasText: `Ln ${line}, Col ${column}` }).waitFor();
  }

  /** Returns the rows of the Problems panel that have a text. */
  problems(text: string | RegExp): Locator {
    return this.page.locator('.markers-panel .monaco-list-row', { hasText: text });
  }

  /** Returns the row of a finding. */
  problem(f: Finding): Locator {
    const { line, column } = f.span.start;
    return this.problems(f.message).filter({ hasText: f.rule }).filter({ hasText: `[Ln ${line}, Col ${column}]` });
  }

  /** Chooses what the light bulb offers at a place. */
  async choose(line: number, column: number, title: string, shot: string): Promise<void> {
    await this.goTo(line, column);
    await this.page.keyboard.press('Control+.');
    const rows = this.page.locator('.action-widget .monaco-list-row.action');
    await rows.filter({ hasText: title }).first().waitFor();
    await this.shoot(shot);
    const steps = (await rows.allInnerTexts()).findIndex((text) => text.includes(title));
    for (let i = 0; i < steps; i++) {
      await this.page.keyboard.press('ArrowDown');
    }
    await this.page.locator('.action-widget .monaco-list-row.focused', { hasText: title }).waitFor();
    await this.page.keyboard.press('Enter');
  }

  /** Has the Problems panel list only what has a text, and returns its row. */
  async only(text: string): Promise<Locator> {
    await this.page.locator('.panel input[placeholder^="Filter"]').fill(text);
    const row = this.problems(text);
    await row.waitFor();
    return row;
  }

  /** Saves the article and waits until a file has a text. */
  async saved(name: string, text: string): Promise<void> {
    await this.page.keyboard.press('Control+S');
    const file = path.join(articles, name);
    for (const end = Date.now() + patience; !existsSync(file) || !readFileSync(file, 'utf8').includes(text); ) {
      assert.ok(Date.now() < end, `${name} has no ${JSON.stringify(text)}`);
      await this.page.waitForTimeout(100);
    }
  }

  async shoot(name: string): Promise<void> {
    await this.page.waitForTimeout(1500); // what slides in has arrived
    this.shots++;
    await this.page.screenshot({ path: path.join(screenshots, `${String(this.shots).padStart(2, '0')}-${name}.png`) });
  }
}

async function edit(editor: Editor): Promise<void> {
  const { page } = editor;
  await editor.open();
  await editor.openFile(`${seed}.txt`);
  await editor.command('Problems: Focus on Problems View');
  await editor.command('View: Toggle Maximized Panel');
  const must = mustFindings();
  for (const finding of must) {
    await editor.problem(finding).waitFor();
  }
  await editor.shoot('problems');
  say(`the ${must.length} findings are there`);
  await editor.command('View: Toggle Maximized Panel');

  const score = page.locator('.statusbar-item', { hasText: /mtlint \d+\.\d/ });
  await score.waitFor();
  say(`the status bar has the score: ${await score.innerText()}`);

  await editor.openFile(`${seed}.txt`);
  await editor.goTo(9, 60);
  await editor.command('Show or Focus Hover');
  await page.locator('.monaco-hover', { hasText: 'long spirit' }).first().waitFor();
  await editor.shoot('hover');
  await page.keyboard.press('Escape');

  const stray = await editor.only('casing/stray-capital');
  await editor.choose(27, 378, 'Delete it', 'fix');
  await stray.waitFor({ state: 'detached' });
  await editor.saved(`${seed}.txt`, 'we did not see any response or denial');
  say('the fix changes the text, and its finding goes');

  const variant = await editor.only('names/variant');
  await editor.choose(31, 5, 'Accept the name ‘Wali’', 'accept');
  await variant.waitFor({ state: 'detached' });
  await editor.saved('names.yaml', 'Wali');
  say('names.yaml has the name, and its finding goes');

  await editor.goTo(9, 1);
  await page.keyboard.type('See the the war. ', { delay: 30 });
  const typed = await editor.only('repetition/word');
  await editor.shoot('typed');
  say('a fault that is typed appears');

  await editor.goTo(9, 1);
  await editor.command('mtlint: Fix All Safe in This Article');
  await typed.waitFor({ state: 'detached' });
  await editor.saved(`${seed}.txt`, '\nSee the war. He added');
  say('all safe fixes mend it');

  await editor.command('mtlint: Lint the Workspace');
  await editor.only('repetition/word');
  await editor.problems('other.txt').waitFor();
  await editor.shoot('workspace');
  say('linting the workspace lists what is in other files');

  configure('/nowhere/mtlint');
  await page.reload();
  const notice = page.locator('.notification-toast', { hasText: '/nowhere/mtlint' });
  await notice.waitFor();
  await editor.shoot('missing');
  configure(mtlint);
  await page.reload();
  await score.waitFor();
  say('a missing program is told, and its server starts when it is there');
}

/** Returns the findings of the command that the seed's list says must be there. */
function mustFindings(): Finding[] {
  const article = readFileSync(path.join(seeds, `${seed}.txt`), 'utf8').split('\n');
  const args = ['check', '--output-format', 'json', '--exit-zero', path.join(seeds, `${seed}.txt`)];
  const found: Finding[] = JSON.parse(execFileSync(mtlint, args, { encoding: 'utf8' })).diagnostics;
  const rows = readFileSync(path.join(seeds, `${seed}.expected.tsv`), 'utf8').split('\n').map((row) => row.split('\t'));
  const must = rows.filter((row) => row[4] === 'must');
  assert.equal(must.length, 10);
  return must.map(([line, column, text]) => {
    const from = article[Number(line) - 1].indexOf(text, Math.max(Number(column) - 2, 0)) + 1;
    const finding = found.find(
      ({ severity, span: { start, end } }) =>
        severity !== 'info' && start.line === Number(line) && start.column < from + text.length && from < end.column,
    );
    assert.ok(finding, `${line}:${column} ${text} is not found`);
    return finding;
  });
}

function say(what: string): void {
  console.log(`ok: ${what}`);
}

void main();
