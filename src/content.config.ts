import { defineCollection } from 'astro:content'
import { glob } from 'astro/loaders'
import { z } from 'astro/zod'

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

export const collections = {
  lessons: defineCollection({
    loader: glob({
      base: './content/lessons',
      pattern: '*/index.mdx',
      generateId: ({ entry }) => entry.replace(/^\d+-/, '').replace(/\/index\.mdx$/, ''),
    }),
    schema: lesson,
  }),
}
