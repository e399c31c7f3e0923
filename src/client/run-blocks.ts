import { h } from './dom.ts'
import { codeOf } from './vars.ts'

/**
 * Gives each bash block of the lesson a button that types it into the terminal. Enter is left to the learner. Returns a
 * switch: the buttons are there only while a lab is ready.
 */
export function runBlocks(type: (text: string) => void): (ready: boolean) => void {
  const blocks = document.querySelectorAll<HTMLElement>('.prose pre[data-language="bash"]')
  const buttons = [...blocks].flatMap((block) => {
    const figure = block.closest('figure')
    if (!figure || figure.matches('[data-norun]')) return []
    const button = h(
      'button',
      { type: 'button', class: 'run', hidden: true, click: () => type(codeOf(figure)) },
      'Run in terminal',
    )
    // Outside the block's wrapper, which resets the styles of all that is in it.
    ;(figure.closest('.expressive-code') ?? figure).after(button)
    return [button]
  })
  return (ready) => {
    for (const button of buttons) button.hidden = !ready
  }
}
