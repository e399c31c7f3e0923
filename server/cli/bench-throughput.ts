import type { Page } from '@playwright/test'
import { type Bench, rowOf } from '../bench/index.ts'
import { withTerminalPage } from './terminal-page.ts'

const ROUNDS = 5
const COMMAND = 'seq 1 1000000'
const LAST = '\n1000000\r\n'
/** What seq writes; the terminal adds a carriage return to each line. */
const BYTES = 6_888_896
const FLOOD_MS = 1000
/** So long without output is quiet. */
const QUIET_MS = 400

/** A flood until it is all in a real browser's terminal, and Ctrl-C under one; floor: the same shell without a browser. */
export const benchThroughput: Bench = (say) =>
  withTerminalPage(say, async ({ page, bare }) => {
    await watchOutput(page)
    const [flood, stopped, floor, frames]: [number[], number[], number[], number[]] = [[], [], [], []]
    for (let n = 0; n < ROUNDS; n++) {
      floor.push(await bare.until(`${COMMAND}\r`, LAST))
      flood.push(await timed(page, COMMAND, 'Enter'))
      await page.keyboard.type('yes')
      await page.keyboard.press('Enter')
      frames.push(await framesWithin(page, FLOOD_MS))
      stopped.push(await timed(page, '', 'Control+c'))
    }
    const rate = flood.map((ms) => BYTES / 1000 / ms)
    return [
      rowOf('flood', flood),
      rowOf('MBps', rate, 'MBps'),
      rowOf('ctrl-c', stopped),
      rowOf('frames/s', frames, 'score'),
      rowOf('floor', floor),
    ]
  })

declare global {
  interface Window {
    listenUntilQuiet?: (key: string, quietMs: number) => void
    /** From the key listened for to the last output, once it has been quiet at a prompt; in ms. */
    quiet?: Promise<number>
  }
}

async function timed(page: Page, text: string, key: string): Promise<number> {
  await page.keyboard.type(text)
  // Listening first: nothing keeps a key behind a script that was sent before it.
  await page.evaluate(([key, ms]) => window.listenUntilQuiet?.(key, ms), [key.split('+').at(-1)!, QUIET_MS] as const)
  await page.keyboard.press(key)
  return (await page.evaluate(() => window.quiet))!
}

/** Frames a second that the page draws meanwhile. */
function framesWithin(page: Page, ms: number): Promise<number> {
  return page.evaluate(
    (ms) =>
      new Promise<number>((resolve) => {
        const start = performance.now()
        let count = 0
        const frame = () => {
          count++
          const past = performance.now() - start
          if (past < ms) requestAnimationFrame(frame)
          else resolve((count * 1000) / past)
        }
        requestAnimationFrame(frame)
      }),
    ms,
  )
}

function watchOutput(page: Page): Promise<void> {
  return page.evaluate(() => {
    const term = window.term!
    const atPrompt = () => {
      const { baseY, cursorY, getLine } = term.buffer.active
      return /^root@host-1:.*# $/.test(
        getLine
          .call(term.buffer.active, baseY + cursorY)
          ?.translateToString()
          .trimEnd()
          .concat(' ') ?? '',
      )
    }
    window.listenUntilQuiet = (key, quietMs) => {
      window.quiet = new Promise((resolve) => {
        let pressed = 0
        let timer: ReturnType<typeof setTimeout> | undefined
        const press = (event: KeyboardEvent) => {
          if (event.key !== key || pressed) return
          pressed = performance.now()
          removeEventListener('keydown', press, true)
        }
        addEventListener('keydown', press, true)
        const parsed = term.onWriteParsed(() => {
          clearTimeout(timer)
          if (!pressed || !atPrompt()) return
          const took = performance.now() - pressed
          timer = setTimeout(() => {
            parsed.dispose()
            resolve(took)
          }, quietMs)
        })
      })
    }
  })
}
