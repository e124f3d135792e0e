// What VS Code shows of a finding when the mouse is over it: the message of the diagnostic, and below it what the server says.

import * as vscode from 'vscode';
import type { Middleware } from 'vscode-languageclient/node';
import { withoutMessages } from './explanation';

/** Leaves the messages out of what the server says: VS Code has them above it already. */
export const hoverMiddleware: Middleware = {
  provideHover: async (document, position, token, next) => {
    const hover = await next(document, position, token);
    if (!hover) {
      return hover;
    }
    const messages = vscode.languages
      .getDiagnostics(document.uri)
      .filter((d) => d.source === 'mtlint' && d.range.contains(position))
      .map((d) => d.message);
    const contents = hover.contents.map((part) =>
      part instanceof vscode.MarkdownString ? new vscode.MarkdownString(withoutMessages(part.value, messages)) : part,
    );
    return new vscode.Hover(contents, hover.range);
  },
};
