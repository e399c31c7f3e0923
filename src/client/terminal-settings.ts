import { Stored } from './stored.ts'

const SIZES = { least: 10, most: 28, initial: 14 }

const within = (size: number) => Math.min(SIZES.most, Math.max(SIZES.least, size))

/** Height of the terminals' text, in pixels. */
export const fontSize = new Stored('terminal:font', (stored) => within(Number(stored) || SIZES.initial))

export function changeFontSize(step: number): void {
  fontSize.value = within(fontSize.value + step)
}

/** Whether output is read out and can be walked through line by line. */
export const screenReader = new Stored('terminal:reader', (stored) => stored === 'true')
