import { h } from './dom.ts'
import type { Typing } from './terminal-desk.ts'
import { codeOf } from './vars.ts'

/**
 * Gives each bash block of the lesson a button that types it into the terminal: of the block's `host`, if it names one.
 * Enter is left to the learner unless the block says `enter`. Returns a switch: the buttons are there only while a lab is
 * ready.
 */
export function runBlocks(type: (text: string, typing: Typing) => void): (ready: boolean) => void {
  const blocks = document.querySelectorAll<HTMLElement>('.prose pre[data-language="bash"]')
  const buttons = [...blocks].flatMap((block) => {
    const figure = block.closest('figure')
    if (!figure || figure.matches('[data-norun]')) return []
    const { host, enter } = figure.dataset
    const click = () => type(codeOf(figure).trimEnd(), { host, enter: enter !== undefined })
    const text = host ? `Run in terminal of ${host}` : 'Run in terminal'
    const button = h('button', { type: 'button', class: 'run', hidden: true, click }, text)
    // Outside the block's wrapper, which resets the styles of all that is in it.
    ;(figure.closest('.expressive-code') ?? figure).after(button)
    return [button]
  })
  return (ready) => {
    for (const button of buttons) button.hidden = !ready
  }
}
