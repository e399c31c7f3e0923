import type { Page } from '@playwright/test'
import { type Bench, rowOf } from '../bench/index.ts'
import { withTerminalPage } from './terminal-page.ts'

const KEYS = 300
/** Before the line wraps. */
const LINE = 40

/** From a key to the terminal's buffer and to its picture, in a real browser; floor: the same shell without one. */
export const benchEcho: Bench = (say) =>
  withTerminalPage(say, async ({ page, bare }) => {
    await watchKeys(page)
    const [buffer, render, floor]: [number[], number[], number[]] = [[], [], []]
    for (let n = 0; n < KEYS; n++) {
      if (n % LINE === 0) {
        await bare.until('\x15', '')
        await page.keyboard.press('Control+u')
      }
      // Not in step with the frames.
      await page.waitForTimeout(30 + ((n * 7) % 17))
      floor.push(await bare.until('x', 'x'))
      // Listening first: nothing keeps a key behind a script that was sent before it.
      await page.evaluate(() => window.listenForKey?.())
      await page.keyboard.press('x')
      const times = await page.evaluate(() => window.nextKey)
      buffer.push(times!.buffer)
      render.push(times!.render)
    }
    return [rowOf('render', render), rowOf('buffer', buffer), rowOf('floor', floor)]
  })

declare global {
  interface Window {
    listenForKey?: () => void
    /** The way of the key after `listenForKey`, in ms since it was pressed. */
    nextKey?: Promise<{ buffer: number; render: number }>
  }
}

function watchKeys(page: Page): Promise<void> {
  return page.evaluate(() => {
    const term = window.term!
    window.listenForKey = () => {
      window.nextKey = new Promise((resolve) => {
        let pressed = 0
        let buffer = 0
        const column = term.buffer.active.cursorX
        addEventListener('keydown', () => (pressed = performance.now()), { capture: true, once: true })
        const parsed = term.onWriteParsed(() => {
          if (!pressed || buffer || term.buffer.active.cursorX === column) return
          buffer = performance.now() - pressed
        })
        const rendered = term.onRender(() => {
          if (!buffer) return
          parsed.dispose()
          rendered.dispose()
          resolve({ buffer, render: performance.now() - pressed })
        })
      })
    }
  })
}
