/** A piece of a text; `hit`: what was searched for. */
export interface Piece {
  text: string
  hit: boolean
}

const LENGTH = 150

/** The text around the first of the terms, with every term in it marked. */
export function excerpt(text: string, terms: string[]): Piece[] {
  const pattern = terms.map((term) => RegExp.escape(term)).join('|')
  const first = pattern ? text.search(new RegExp(pattern, 'i')) : -1
  const from = first < LENGTH / 3 ? 0 : text.lastIndexOf(' ', first - LENGTH / 3) + 1
  const whole = from + LENGTH >= text.length
  const to = whole ? text.length : text.lastIndexOf(' ', from + LENGTH)
  const cut = `${from > 0 ? '… ' : ''}${text.slice(from, to)}${whole ? '' : ' …'}`
  if (!pattern) return [{ text: cut, hit: false }]
  return cut
    .split(new RegExp(`(${pattern})`, 'i'))
    .map((piece, n) => ({ text: piece, hit: n % 2 === 1 }))
    .filter((piece) => piece.text !== '')
}

/** "No results for …", "1 result for …", "12 results for …". */
export function resultWords(count: number, query: string): string {
  const results = count === 0 ? 'No results' : count === 1 ? '1 result' : `${count} results`
  return `${results} for “${query}”.`
}
