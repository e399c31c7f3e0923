import { expect, type Page } from '@playwright/test'
import { Stage } from '../../server/bench/index.ts'
import { screen } from './terminal.ts'

const PATH = '/labs/names-that-resolve/?measure'

/** A server whose labs are shells of this machine, and pages on it. */
export class LocalLabs extends Stage {
  /** A page with a lab that runs and a prompt in its first terminal. */
  async open(page: Page): Promise<void> {
    await page.goto(this.origin + PATH)
    const start = page.getByRole('button', { name: 'Start lab' })
    await expect(start.or(region(page))).toBeVisible()
    if (await start.isVisible()) await start.click()
    await expect(region(page)).toBeVisible()
    await expect.poll(() => screen(page)).toContain('root@host-1:~#')
  }
}

/** A terminal by its name, `host-1` or `host-1 (2)`. */
export const region = (page: Page, name = 'host-1') =>
  page.getByRole('region', { name: `Terminal ${name}`, exact: true })

/** Types a line into the terminal that has the focus. */
export async function enter(page: Page, line: string): Promise<void> {
  await page.keyboard.type(line)
  await page.keyboard.press('Enter')
}

/** Chooses an entry of the terminals' menu. */
export async function choose(page: Page, entry: string): Promise<void> {
  await page.getByRole('button', { name: 'Terminal menu' }).click()
  await page.getByRole('group', { name: 'Terminal menu' }).getByRole('button', { name: entry, exact: true }).click()
}
