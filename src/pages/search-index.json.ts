import MiniSearch from 'minisearch'
import { searchEntries } from '../build/search-entries.ts'
import { type Entry, searchOptions } from '../search.ts'

/** The index of the search, made once and loaded when somebody searches. */
export const GET = async () => {
  const index = new MiniSearch<Entry>(searchOptions)
  index.addAll(await searchEntries())
  return Response.json(index)
}
