// `{{net}}` cannot stay as it is in MDX, where braces are code. Before MDX is compiled each name becomes one character of
// Unicode's private use area, which Markdown, highlighters and escaping carry along untouched; in the finished HTML the
// character becomes the value, wrapped so that the browser can put the learner's own value there.

const FIRST_MARK = 0xe000
const MARKS = /[\uE000-\uF8FF]/g
const TAG_OR_MARK = /<\/?[a-zA-Z](?:"[^"]*"|'[^']*'|[^'"<>])*>|[\uE000-\uF8FF]/g

/** One name in double braces. Go templates such as `{{.Name}}` or `{{json .}}` are not matched. */
export const VAR = /\{\{\s*([a-zA-Z][\w-]*(?:\.[\w-]+)*)\s*\}\}/g

const namesOf = (vars: Record<string, string>) => Object.keys(vars).sort()

/** Replaces every known `{{name}}` by its mark; unknown names stay. */
export function markVars(text: string, vars: Record<string, string>): string {
  const names = namesOf(vars)
  return text.replace(VAR, (whole, name: string) => {
    const index = names.indexOf(name)
    return index < 0 ? whole : String.fromCharCode(FIRST_MARK + index)
  })
}

/** Replaces the marks in finished HTML: by the bare value inside a tag, by a `<span data-var>` elsewhere. */
export function fillVars(html: string, vars: Record<string, string>): string {
  const names = namesOf(vars)
  const nameOf = (mark: string) => names[mark.charCodeAt(0) - FIRST_MARK]
  const value = (mark: string) => escapeHtml(vars[nameOf(mark) ?? ''] ?? '')
  return html.replace(TAG_OR_MARK, (found) =>
    found.startsWith('<')
      ? found.replace(MARKS, value)
      : `<span class="var" data-var="${escapeHtml(nameOf(found) ?? '')}">${value(found)}</span>`,
  )
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
