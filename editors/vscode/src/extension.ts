// The extension: starts the language server of mtlint for articles, shows their score, and has the commands.

import { homedir } from 'node:os';
import * as vscode from 'vscode';
import { ExecuteCommandRequest, LanguageClient, RevealOutputChannelOn, State } from 'vscode-languageclient/node';
import { hoverMiddleware } from './hover';
import { findProgram } from './program';
import type { Score } from './score';
import { activeArticle, languages, schemes, StatusItem } from './status';
import { WorkspaceLint } from './workspace';

let server: Server | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  server = new Server();
  context.subscriptions.push(
    server,
    vscode.commands.registerCommand('mtlint.article.fixAll', fixAll),
    vscode.commands.registerCommand('mtlint.workspace.lint', () => server?.workspace.run()),
    vscode.commands.registerCommand('mtlint.server.restart', () => server?.restart()),
    vscode.commands.registerCommand('mtlint.output.show', () => server?.output.show()),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('mtlint.path')) {
        void server?.restart();
      }
    }),
  );
  await server.start();
}

export async function deactivate(): Promise<void> {
  await server?.stop();
}

/** Makes all safe fixes of the article in the active editor; the editor itself says when there are none. */
async function fixAll(): Promise<void> {
  if (activeArticle()) {
    await vscode.commands.executeCommand('editor.action.codeAction', { kind: 'source.fixAll.mtlint', apply: 'first' });
  }
}

/** The language server, running or not. */
class Server implements vscode.Disposable {
  readonly output = vscode.window.createOutputChannel('mtlint', { log: true });
  readonly workspace = new WorkspaceLint();
  private readonly status = new StatusItem((article) => this.score(article));
  private client: LanguageClient | undefined;

  async start(): Promise<void> {
    const found = findProgram(vscode.workspace.getConfiguration('mtlint').get('path', ''), {
      home: homedir(),
      folder: vscode.workspace.workspaceFolders?.[0]?.uri.fsPath,
      searchPath: process.env['PATH'] ?? '',
      platform: process.platform,
    });
    if ('fault' in found) {
      this.report(found.fault);
      return;
    }
    const client = this.connect(found.path);
    this.client = client;
    try {
      await client.start();
    } catch (error) {
      this.output.error(String(error));
      this.report(`${found.path} does not start as a language server; the output says why.`);
    }
  }

  private connect(command: string): LanguageClient {
    const client = new LanguageClient(
      'mtlint',
      'mtlint',
      { command, args: ['lsp'] },
      {
        documentSelector: languages.flatMap((language) => schemes.map((scheme) => ({ language, scheme }))),
        initializationOptions: () => vscode.workspace.getConfiguration('mtlint'),
        diagnosticPullOptions: { onChange: true, onSave: false },
        middleware: { ...this.workspace.middleware, ...hoverMiddleware },
        outputChannel: this.output,
        revealOutputChannelOn: RevealOutputChannelOn.Never,
      },
    );
    client.onDidChangeState(({ newState }) => {
      const running = newState === State.Running;
      void vscode.commands.executeCommand('setContext', 'mtlint.running', running);
      if (running) {
        this.status.setFault(undefined);
      } else if (newState === State.Stopped) {
        this.status.setFault('The server does not run. Click to start it.');
      }
    });
    return client;
  }

  /** Tells the user why the server does not run. */
  private report(fault: string): void {
    this.output.error(fault);
    this.status.setFault(`${fault} Click to try again.`);
    void offerHelp(fault);
  }

  async restart(): Promise<void> {
    await this.stop();
    await this.start();
  }

  async stop(): Promise<void> {
    const client = this.client;
    this.client = undefined;
    if (client?.needsStop()) {
      await client.stop();
    }
  }

  /** Returns the score of an article; undefined when the server does not know it yet, or has a newer text. */
  private async score(article: vscode.Uri): Promise<Score | undefined> {
    if (!this.client?.isRunning()) {
      return undefined;
    }
    try {
      const uri = this.client.code2ProtocolConverter.asUri(article);
      return await this.client.sendRequest(ExecuteCommandRequest.type, { command: 'mtlint.score', arguments: [uri] });
    } catch (error) {
      this.output.debug(`score: ${String(error)}`);
      return undefined;
    }
  }

  dispose(): void {
    this.status.dispose();
    this.output.dispose();
  }
}

/** Says what to do when there is no server, and does what the user chooses of it. */
async function offerHelp(fault: string): Promise<void> {
  const help: Record<string, () => Thenable<unknown>> = {
    'Choose the Program…': chooseProgram,
    'Open Settings': () => vscode.commands.executeCommand('workbench.action.openSettings', 'mtlint.path'),
    'Show Output': () => vscode.commands.executeCommand('mtlint.output.show'),
  };
  const chosen = await vscode.window.showErrorMessage(`${fault} Install mtlint, or say where it is.`, ...Object.keys(help));
  if (chosen !== undefined) {
    await help[chosen]();
  }
}

/** Has the user choose the program, and keeps it in the settings of all workspaces. */
async function chooseProgram(): Promise<void> {
  const files = await vscode.window.showOpenDialog({ title: 'The mtlint program', openLabel: 'Use' });
  if (files?.[0]) {
    await vscode.workspace.getConfiguration('mtlint').update('path', files[0].fsPath, vscode.ConfigurationTarget.Global);
  }
}
