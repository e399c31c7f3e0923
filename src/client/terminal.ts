import '@xterm/xterm/css/xterm.css'
import { FitAddon } from '@xterm/addon-fit'
import { SearchAddon } from '@xterm/addon-search'
import { UnicodeGraphemesAddon } from '@xterm/addon-unicode-graphemes'
import { WebLinksAddon } from '@xterm/addon-web-links'
import { WebglAddon } from '@xterm/addon-webgl'
import { Terminal } from '@xterm/xterm'
import { SIZE_LIMITS } from '../../server/protocol/index.ts'
import { frameShare } from './frame-share.ts'
import { drawingIsSlow, emulatorOf } from './terminal-emulator.ts'
import { TerminalFeed } from './terminal-feed.ts'
import { addPageKeys } from './terminal-keys.ts'
import { type LinkState, type Size, TerminalLink } from './terminal-link.ts'
import { fontSize, screenReader } from './terminal-settings.ts'
import { terminalThemes } from './terminal-theme.ts'
import { onTheme, theme } from './theme.ts'
import { onNetworkChange } from './wake.ts'

/** A drag of the window's edge sends one new size, not hundreds. */
const RESIZE_PAUSE_MS = 80
/** Clears screen, scrollback and modes, in order with the output around it. */
const FULL_RESET = '\x1bc'

/** A shell on screen. */
export interface TerminalView {
  term: Terminal
  search: SearchAddon
  reconnect(): void
  dispose(): void
}

export interface TerminalOptions {
  /** Where the terminal's tickets and WebSockets are. */
  url: string
  onLink: (state: LinkState) => void
  /** What a typed text means, with the keys that are held. */
  typed: (text: string) => string
  /** The learner wants to search. */
  find: () => void
}

/** Puts a terminal into `box` and keeps it as large as the box. */
export function openTerminal(box: HTMLElement, { url, onLink, typed, find }: TerminalOptions): TerminalView {
  const term = newTerminal()
  const search = new SearchAddon()
  term.loadAddon(search)
  addPageKeys(term, find)
  term.open(box)
  useWebgl(term)
  const link = new TerminalLink(url, screenOf(term), onLink)
  const fitting = keepFitting(term, box, (size) => link.resize(size))
  term.onData((text) => {
    const emulatorsOwn = link.replaying && text.startsWith('\x1b')
    if (!emulatorsOwn) link.input(typed(text))
  })
  term.onBinary((text) => link.binaryInput(text))
  const stops = [
    fitting.stop,
    onNetworkChange(() => link.networkChanged()),
    onTheme(() => {
      term.options.theme = terminalThemes[theme()]
    }),
    fontSize.watch((size) => {
      term.options.fontSize = size
      fitting.refit()
    }),
    screenReader.watch((on) => readOut(term, on)),
  ]
  readOut(term, screenReader.value)
  void link.open()
  return {
    term,
    search,
    reconnect: () => void link.open(),
    dispose: () => {
      for (const stop of stops) stop()
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
    fontSize: fontSize.value,
    lineHeight: 1.15,
    macOptionIsMeta: true,
    minimumContrastRatio: 4.5,
    scrollback: 10_000,
    theme: terminalThemes[theme()],
  })
  term.loadAddon(new UnicodeGraphemesAddon())
  term.loadAddon(new WebLinksAddon())
  // The answer to a question for settings (DECRQSS) begins with what a shell takes for a search in its history.
  term.parser.registerDcsHandler({ intermediates: '$', final: 'q' }, () => true)
  return term
}

/** A screen reader gets the output when it has said what it is saying, and every line as an item of a list. */
function readOut(term: Terminal, on: boolean): void {
  term.options.screenReaderMode = on
  term.element?.querySelector('.live-region')?.setAttribute('aria-live', 'polite')
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
  const feed = new TerminalFeed(emulatorOf(term, drawingIsSlow()), frameShare)
  return {
    write: (bytes: Uint8Array, done: () => void) => feed.write(bytes, done),
    reset: (prelude: string) => {
      feed.clear()
      term.write(FULL_RESET + prelude)
    },
    size: () => within({ cols: term.cols, rows: term.rows }),
  }
}

function within({ cols, rows }: Size): Size {
  const clamp = (value: number, [least, most]: readonly [number, number]) => Math.min(most, Math.max(least, value))
  return { cols: clamp(cols, SIZE_LIMITS.cols), rows: clamp(rows, SIZE_LIMITS.rows) }
}

function keepFitting(term: Terminal, box: HTMLElement, onSize: (size: Size) => void) {
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
  const stop = () => {
    clearTimeout(timer)
    observer.disconnect()
  }
  return { refit, stop }
}
