// The explanation of the findings at a place, as the server writes it: paragraphs of Markdown, each message in bold.

/** Returns the explanation without the paragraphs that are one of the messages. */
export function withoutMessages(explanation: string, messages: readonly string[]): string {
  const bold = new Set(messages.map((message) => `**${message}**`));
  return explanation
    .split('\n\n')
    .filter((paragraph) => !bold.has(paragraph))
    .join('\n\n');
}
