import { z } from 'zod'
import { defineAnswer } from '../check.ts'

const LEAST = 4
const idError = 'lower-case letters, digits and dashes, beginning with a letter'
const textError = 'a text that is not empty'
const text = z.string({ error: textError }).min(1, { error: textError })

const option = z.strictObject({
  says: text.describe('The option, one sentence.'),
  otherwise: text.describe('What the machine would show if it were so; told to whoever picks it and is wrong.'),
})

const params = z
  .strictObject({
    right: z.string({ error: 'the id of an option' }).describe('Id of the right option; mostly a var, "{{cause}}".'),
    options: z
      .record(z.string().regex(/^[a-z](?:-?[a-z0-9])*$/, { error: idError }), option)
      .refine((options) => Object.keys(options).length >= LEAST, { error: `at least ${LEAST} options` })
      .meta({ minProperties: LEAST })
      .describe('Options by id, 4 or more, in the order in which they are shown.'),
  })
  .superRefine(({ right, options }, { addIssue }) => {
    const ids = Object.keys(options)
    if (!ids.includes(right)) addIssue({ code: 'custom', path: ['right'], message: `one of ${ids.join(', ')}` })
    const said = Object.values(options).map(({ says }) => says.trim().toLowerCase())
    for (const [n, id] of ids.entries()) {
      if (said.indexOf(said[n]!) === n) continue
      addIssue({ code: 'custom', path: ['options', id, 'says'], message: 'a sentence of its own' })
    }
  })
  .describe('One of several sentences, picked: what is wrong, or why.')

export const choice = defineAnswer<z.infer<typeof params>>({
  name: 'choice',
  params,
  needs: [],
  options: ({ options }) => Object.entries(options).map(([id, { says }]) => ({ id, says })),
  wanted: ({ options }) => `the one of ${Object.keys(options).join(', ')} that the evidence speaks for`,
  expected: ({ right }) => ({ accepted: [right] }),
  contrary({ options }, given) {
    const picked = Object.entries(options).find(([id]) => id === given.toLowerCase())?.[1]
    return picked ? `Not so: ${picked.otherwise}` : 'That is none of the options'
  },
  evidence: () => '',
})
