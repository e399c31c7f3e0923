import '@xterm/xterm/css/xterm.css'
import { FitAddon } from '@xterm/addon-fit'
import { UnicodeGraphemesAddon } from '@xterm/addon-unicode-graphemes'
import { WebLinksAddon } from '@xterm/addon-web-links'
import { WebglAddon } from '@xterm/addon-webgl'
import { Terminal } from '@xterm/xterm'
import { SIZE_LIMITS } from '../../server/protocol/index.ts'
import { addPageKeys } from './terminal-keys.ts'
import { type LinkState, type Size, TerminalLink } from './terminal-link.ts'
import { terminalThemes } from './terminal-theme.ts'
import { onTheme, theme } from './theme.ts'

/** A drag of the window's edge sends one new size, not hundreds. */
const RESIZE_PAUSE_MS = 80
/** Clears screen, scrollback and modes, in order with the output around it. */
const FULL_RESET = '\x1bc'

/** A shell on screen. */
export interface TerminalView {
  term: Terminal
  /** Types text for the learner, as a paste. */
  paste(text: string): void
  reconnect(): void
  dispose(): void
}

/** Puts the terminal of `url` into `box` and keeps it as large as the box. */
export function openTerminal(box: HTMLElement, url: string, onLink: (state: LinkState) => void): TerminalView {
  const term = newTerminal()
  term.open(box)
  useWebgl(term)
  const link = new TerminalLink(url, screenOf(term), onLink)
  const stopFitting = keepFitting(term, box, (size) => link.resize(size))
  term.onData((text) => {
    const emulatorsOwn = link.replaying && text.startsWith('\x1b')
    if (!emulatorsOwn) link.input(text)
  })
  term.onBinary((text) => link.binaryInput(text))
  const networkChanged = () => link.networkChanged()
  for (const name of ['online', 'offline']) window.addEventListener(name, networkChanged)
  link.open()
  return {
    term,
    paste: (text) => term.paste(text),
    reconnect: () => link.open(),
    dispose: () => {
      for (const name of ['online', 'offline']) window.removeEventListener(name, networkChanged)
      stopFitting()
      link.close()
      term.dispose()
    },
  }
}

function newTerminal(): Terminal {
  const term = new Terminal({
    allowProposedApi: true,
    cursorBlink: !matchMedia('(prefers-reduced-motion: reduce)').matches,
    fontFamily: getComputedStyle(document.documentElement).getPropertyValue('--mono'),
    fontSize: 14,
    lineHeight: 1.15,
    macOptionIsMeta: true,
    minimumContrastRatio: 4.5,
    scrollback: 5000,
    theme: terminalThemes[theme()],
  })
  onTheme(() => {
    term.options.theme = terminalThemes[theme()]
  })
  term.loadAddon(new UnicodeGraphemesAddon())
  term.loadAddon(new WebLinksAddon())
  addPageKeys(term)
  return term
}

/** Draws with the graphics card where there is one; without, and after it was lost, xterm draws with elements. */
function useWebgl(term: Terminal): void {
  try {
    const webgl = new WebglAddon()
    webgl.onContextLoss(() => webgl.dispose())
    term.loadAddon(webgl)
  } catch {
    // No WebGL here: nothing to do, the other renderer is in place.
  }
}

function screenOf(term: Terminal) {
  return {
    write: (bytes: Uint8Array, done: () => void) => term.write(bytes, done),
    clear: () => term.write(FULL_RESET),
    size: () => within({ cols: term.cols, rows: term.rows }),
  }
}

function within({ cols, rows }: Size): Size {
  const clamp = (value: number, [least, most]: readonly [number, number]) => Math.min(most, Math.max(least, value))
  return { cols: clamp(cols, SIZE_LIMITS.cols), rows: clamp(rows, SIZE_LIMITS.rows) }
}

function keepFitting(term: Terminal, box: HTMLElement, onSize: (size: Size) => void): () => void {
  const fit = new FitAddon()
  term.loadAddon(fit)
  const refit = () => {
    if (box.clientWidth > 0 && box.clientHeight > 0) fit.fit()
  }
  refit()
  term.onResize((size) => onSize(within(size)))
  let timer: ReturnType<typeof setTimeout> | undefined
  const observer = new ResizeObserver(() => {
    clearTimeout(timer)
    timer = setTimeout(refit, RESIZE_PAUSE_MS)
  })
  observer.observe(box)
  return () => {
    clearTimeout(timer)
    observer.disconnect()
  }
}
