import type { Terminal } from '@xterm/xterm'

/** All that a terminal holds, history included, as text; lines joined as they were wrapped. */
export function textOf({ buffer }: Terminal): string {
  const { normal, active } = buffer
  const history = linesOf(normal)
  return (active === normal ? history : [...history, ...linesOf(active)]).join('\n').trimEnd()
}

function linesOf(buffer: Terminal['buffer']['normal']): string[] {
  const lines: string[] = []
  for (let row = 0; row < buffer.length; row++) {
    const line = buffer.getLine(row)
    const goesOn = buffer.getLine(row + 1)?.isWrapped ?? false
    const text = line?.translateToString(!goesOn) ?? ''
    if (line?.isWrapped) lines.push((lines.pop() ?? '') + text)
    else lines.push(text)
  }
  return lines
}

/** Hands a text over as a file. */
export function saveText(text: string, name: string): void {
  const url = URL.createObjectURL(new Blob([`${text}\n`], { type: 'text/plain' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
