import { defineCollection } from 'astro:content'
import { file, glob } from 'astro/loaders'
import { z } from 'astro/zod'
import { parse } from 'yaml'

/** Frontmatter of a lesson, `content/lessons/<nn-slug>/index.mdx`. */
const lesson = z.strictObject({
  title: z.string().min(1).describe('Heading of the lesson, one line of plain text.'),
  description: z.string().min(1).max(200).describe('One sentence for the list of lessons, at most 200 characters.'),
  lab: z.string().describe('Id of the lab beside the text; its vars are the {{…}} of the lesson.'),
  order: z.number().int().min(0).describe('Place in the list of lessons, from 0.'),
  covers: z
    .array(z.string())
    .describe(
      'Ids of content/units.txt that the lesson teaches; each is the anchor of its passage (`<Unit ids="…" />`).',
    ),
  minutes: z.number().int().min(1).describe('Time to read the lesson and to do its lab, in minutes.'),
})

/** Entries of a file of the reference, each with its place in it. */
const entries = (name: string) =>
  file(`content/reference/${name}.yaml`, {
    parser: (text) => (parse(text) as object[]).map((entry, order) => ({ ...entry, order })),
  })
const id = z.string().describe('Unique in its file; a part of the anchor.')
const order = z.number().describe('Place in the file; not written there.')

/** Text with `code` between backticks and nothing else. */
const words = z.string().min(1)
const units = z.array(z.string()).describe('Units that teach it; those that a lesson has are linked.')

/** A row of the driver table, `content/reference/drivers.yaml`. */
const driver = z.strictObject({
  id,
  order,
  name: words,
  flag: words.describe('How one asks for it.'),
  hosts: words.describe('How far it reaches.'),
  separates: words,
  names: words.describe('What resolves names, and whose.'),
  inbound: words.describe('How something from outside gets in.'),
  mtu: words,
  use: words.describe('What for, and what not for.'),
  units,
})

/** A triage card, `content/reference/triage.yaml`. */
const triage = z.strictObject({
  id,
  order,
  symptom: words,
  look: z
    .array(
      z.strictObject({
        run: words.describe('A command that only looks.'),
        tells: words,
        answers: z
          .array(z.strictObject({ is: words.describe('What may be seen.'), means: words }))
          .optional()
          .describe('What each answer means; of the first looks.'),
      }),
    )
    .min(2),
  mend: words,
  beware: words.describe('What misleads here, and what the usual advice gets wrong.'),
  lab: z.string().describe('Id of the lab that is broken like this.'),
  units,
})

const faq = z.strictObject({ id, order, question: words, answer: words, units })
const term = z.strictObject({ id, order, term: words, text: words })

export const collections = {
  lessons: defineCollection({
    loader: glob({
      base: './content/lessons',
      pattern: '*/index.mdx',
      generateId: ({ entry }) => entry.replace(/^\d+-/, '').replace(/\/index\.mdx$/, ''),
    }),
    schema: lesson,
  }),
  drivers: defineCollection({ loader: entries('drivers'), schema: driver }),
  triage: defineCollection({ loader: entries('triage'), schema: triage }),
  faq: defineCollection({ loader: entries('faq'), schema: faq }),
  glossary: defineCollection({ loader: entries('glossary'), schema: term }),
}
