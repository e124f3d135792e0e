// The item in the status bar: the score of the article that is being read, or that the server does not run.

import * as vscode from 'vscode';
import { long, short, type Score } from './score';

/** Languages whose documents are articles. */
export const languages = ['plaintext', 'markdown', 'html'];

/** Schemes of documents that the server is given. */
export const schemes = ['file', 'untitled'];

/** Returns the article in the active editor. */
export function activeArticle(): vscode.TextDocument | undefined {
  const document = vscode.window.activeTextEditor?.document;
  return document && schemes.includes(document.uri.scheme) && languages.includes(document.languageId) ? document : undefined;
}

/** Shows the score of the article in the active editor. */
export class StatusItem implements vscode.Disposable {
  private readonly item = vscode.window.createStatusBarItem('mtlint.score', vscode.StatusBarAlignment.Right, 100);
  private readonly listeners: vscode.Disposable[];
  private fault: string | undefined;

  /** @param ask returns the score of an article, undefined when there is none (yet). */
  constructor(private readonly ask: (article: vscode.Uri) => Promise<Score | undefined>) {
    this.item.name = 'mtlint';
    this.listeners = [
      vscode.window.onDidChangeActiveTextEditor(() => this.update()),
      vscode.workspace.onDidOpenTextDocument(() => this.update()), // also when its language is another one now
      vscode.languages.onDidChangeDiagnostics(({ uris }) => {
        const article = activeArticle()?.uri.toString();
        if (uris.some((uri) => uri.toString() === article)) {
          void this.update();
        }
      }),
    ];
  }

  /** Tells why the server does not run, or with undefined that it does. */
  setFault(fault: string | undefined): void {
    this.fault = fault;
    void this.update();
  }

  /** Shows what holds now. */
  async update(): Promise<void> {
    const article = activeArticle();
    if (!article) {
      this.item.hide();
      return;
    }
    if (this.fault !== undefined) {
      this.show('$(error) mtlint', this.fault, 'mtlint.server.restart', 'statusBarItem.errorBackground');
      return;
    }
    const score = await this.ask(article.uri);
    if (score && activeArticle() === article && this.fault === undefined) {
      this.show(`$(checklist) mtlint ${short(score)}`, long(score), 'workbench.actions.view.problems');
    }
  }

  private show(text: string, tooltip: string, command: string, background?: string): void {
    this.item.text = text;
    this.item.tooltip = tooltip;
    this.item.command = command;
    this.item.backgroundColor = background === undefined ? undefined : new vscode.ThemeColor(background);
    this.item.show();
  }

  dispose(): void {
    vscode.Disposable.from(this.item, ...this.listeners).dispose();
  }
}
