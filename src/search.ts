import type { Options } from 'minisearch'

/** Something that the search finds. */
export interface Entry {
  /** Its address on this site. */
  id: string
  title: string
  /** Where it is, e.g. the lesson of a section. */
  place: string
  text: string
}

/** The same where the index is made and where it is read. */
export const searchOptions: Options<Entry> = {
  fields: ['title', 'place', 'text', 'id'],
  storeFields: ['title', 'place', 'text'],
  searchOptions: {
    boost: { title: 4, place: 2, id: 0.5 },
    combineWith: 'AND',
    prefix: true,
  },
}
