/** Puts the attempt's own values into the text, and into what the copy buttons of its code blocks copy. */
export function showVars(vars: Record<string, string>): void {
  for (const span of document.querySelectorAll<HTMLElement>('[data-var]')) {
    const value = vars[span.dataset.var ?? '']
    if (value !== undefined && span.textContent !== value) span.textContent = value
  }
  for (const figure of document.querySelectorAll<HTMLElement>('.expressive-code figure')) {
    const button = figure.querySelector<HTMLElement>('[data-code]')
    // The copy button's script wants DEL where a line ends.
    if (button && figure.querySelector('[data-var]')) button.dataset.code = codeOf(figure).replaceAll('\n', '\x7f')
  }
}

/** The text of a code block as it stands on screen. */
export function codeOf(figure: HTMLElement): string {
  return [...figure.querySelectorAll('.ec-line .code')].map((line) => line.textContent?.replace(/\n$/, '')).join('\n')
}
