import MiniSearch, { type SearchResult } from 'minisearch'
import { type Entry, searchOptions } from '../../search.ts'
import { Refusal } from '../api.ts'

export type Found = SearchResult & Entry

let loading: Promise<MiniSearch<Entry>> | undefined

/** Everything that holds all words of the query, or nearly so when nothing does; the best first. Throws a Refusal. */
export async function search(query: string): Promise<Found[]> {
  const index = await loaded()
  const exact = index.search(query)
  return (exact.length > 0 ? exact : index.search(query, { fuzzy })) as Found[]
}

/** What has an address like these words, slips allowed. Throws a Refusal when the index cannot be loaded. */
export async function searchAddresses(words: string): Promise<Found[]> {
  const index = await loaded()
  const boost = { id: 8, title: 2 }
  return index.search(words, { combineWith: 'OR', fields: ['id', 'title'], boost, fuzzy, prefix: false }) as Found[]
}

const fuzzy = (term: string) => (term.length > 3 ? 0.2 : false)

function loaded(): Promise<MiniSearch<Entry>> {
  loading ??= load().catch((error) => {
    loading = undefined
    throw error
  })
  return loading
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
