// Lints all articles of the workspace when the user asks for it, and keeps what is found current from then on.

import * as vscode from 'vscode';
import type { Middleware, vsdiag } from 'vscode-languageclient/node';
import { delay, signal } from './signal';

/** Milliseconds between two looks at the files, after the first. */
const pause = 10_000;

/**
 * WorkspaceLint stands between the client, which asks for the findings of the workspace again and again, and the server: the
 * question is let through when the user has given the command.
 */
export class WorkspaceLint {
  private wanted = signal(); // given by the command
  private passed = signal(); // given when all files were looked at
  private kept = false; // whether they are looked at again
  private articles = 0;
  private stop = new vscode.CancellationTokenSource();

  readonly middleware: Middleware = {
    provideWorkspaceDiagnostics: async (resultIds, token, report, next) => {
      await (this.kept ? Promise.race([this.wanted.promise, delay(pause)]) : this.wanted.promise);
      this.wanted = signal();
      const stop = (this.stop = new vscode.CancellationTokenSource());
      const listener = token.onCancellationRequested(() => stop.cancel());
      const counted: vsdiag.ResultReporter = (chunk) => {
        this.articles += chunk?.items.length ?? 0;
        report(chunk);
      };
      try {
        return await next(resultIds, stop.token, counted);
      } finally {
        listener.dispose();
        this.passed.give();
      }
    },
  };

  /** Lints all articles; returns when that is done, or the user has cancelled it. */
  async run(): Promise<void> {
    if (!vscode.workspace.workspaceFolders) {
      void vscode.window.showInformationMessage('mtlint: open a folder of articles to lint them all.');
      return;
    }
    this.articles = 0;
    this.passed = signal();
    this.kept = true;
    this.wanted.give();
    await vscode.window.withProgress(
      { location: vscode.ProgressLocation.Notification, title: 'mtlint: linting all articles', cancellable: true },
      async (progress, token) => {
        token.onCancellationRequested(() => this.cancel());
        const tick = setInterval(() => progress.report({ message: this.articles.toLocaleString('en') }), 200);
        await this.passed.promise;
        clearInterval(tick);
      },
    );
    await vscode.commands.executeCommand('workbench.actions.view.problems');
  }

  private cancel(): void {
    this.kept = false;
    this.stop.cancel();
    this.passed.give();
  }
}
