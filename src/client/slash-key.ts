import { Stored } from './stored.ts'

/** Whether `/` opens the search: a key alone can be in the way of those who speak to their computer. */
export const slashOpens = new Stored('search-slash', (stored) => stored !== 'false')
