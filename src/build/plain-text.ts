import { VAR } from './var-marks.ts'

/** A part of a lesson below one heading; the first has none. */
export interface Section {
  heading: string
  text: string
}

/** What can be read of a lesson's MDX, cut at its headings of the second and third level; code stays, markup goes. */
export function sectionsOf(mdx: string, vars: Record<string, string>): Section[] {
  const sections: Section[] = [{ heading: '', text: '' }]
  let fence = ''
  for (const line of mdx.split(/\r?\n/)) {
    const edge = /^\s*(`{3,}|~{3,})/.exec(line)?.[1]
    const heading = fence ? undefined : /^#{2,3}\s+(.*)$/.exec(line)?.[1]
    if (edge && (!fence || edge.startsWith(fence))) fence = fence ? '' : edge
    else if (heading) sections.push({ heading: plain(heading, vars), text: '' })
    else sections.at(-1)!.text += `${fence ? filled(line, vars) : plain(line, vars)} `
  }
  return sections.map(({ heading, text }) => ({ heading, text: text.replace(/\s+/g, ' ').trim() }))
}

const filled = (text: string, vars: Record<string, string>) =>
  text.replace(VAR, (whole, name: string) => vars[name] ?? whole)

/** One line of prose without its Markdown and without tags. */
function plain(line: string, vars: Record<string, string>): string {
  if (/^(import|export)\s/.test(line)) return ''
  const pieces = filled(line, vars).split(/(`[^`]+`)/)
  return pieces.map((piece) => (piece.startsWith('`') ? piece.slice(1, -1) : withoutMarkup(piece))).join('')
}

function withoutMarkup(text: string): string {
  return text
    .replace(/<\/?[A-Za-z][^>]*>/g, ' ')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^\s*(?:[-*+>]|\d+\.)\s+/, '')
    .replace(/^\s*\|?[\s:|-]*$/, '')
    .replace(/\*\*|__|\|/g, '')
}
