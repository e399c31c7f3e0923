import MiniSearch, { type SearchResult } from 'minisearch'
import { type Entry, searchOptions } from '../../search.ts'
import { Refusal } from '../api.ts'

export type Found = SearchResult & Entry

let loading: Promise<MiniSearch<Entry>> | undefined

/** Everything that holds all words of the query (`OR`: any), or nearly so when nothing does; the best first. Throws a Refusal when the index cannot be loaded. */
export async function search(query: string, combineWith: 'AND' | 'OR' = 'AND'): Promise<Found[]> {
  loading ??= load()
  const index = await loading.catch((error) => {
    loading = undefined
    throw error
  })
  const exact = index.search(query, { combineWith })
  const found =
    exact.length > 0 ? exact : index.search(query, { combineWith, fuzzy: (term) => (term.length > 3 ? 0.2 : false) })
  return found as Found[]
}

async function load(): Promise<MiniSearch<Entry>> {
  const answer = await fetch('/search-index.json').catch(() => undefined)
  if (!answer?.ok)
    throw new Refusal(
      'unreachable',
      'The search could not be loaded.',
      'Check the network and that Patchbay still runs.',
    )
  return MiniSearch.loadJSONAsync(await answer.text(), searchOptions)
}
