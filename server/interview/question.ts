import { z } from 'zod'

const text = z.string({ error: 'a text' }).trim().min(1, { error: 'a text that is not empty' })
const idError = 'lower-case letters, digits and dashes, beginning with a letter'
export const questionId = z.string({ error: idError }).regex(/^[a-z](?:-?[a-z0-9])*$/, { error: idError })

/** 4789 is a number to YAML and a word to whoever looks for it. */
const term = z.union([text, z.number().transform(String)], { error: 'a text' })

const point = z
  .strictObject({
    id: questionId.describe('Name of the point inside the question.'),
    say: text.describe('The point, in one or two sentences.'),
    why: text.describe('Why it matters to whoever asks.'),
    unit: text.describe('Id in content/units.txt of the passage that teaches it.'),
    terms: z
      .array(z.array(term).min(1))
      .min(1)
      .describe('What an answer with this point is likely to contain: one of each group, without regard to case.'),
    followUp: text.optional().describe('What an interviewer asks when the point was left out.'),
  })
  .describe('A point that a good answer holds.')

const levelError = '1 (junior), 2 (senior) or 3 (expert)'
const minutesError = 'minutes, 1 to 15'

/** What a file of content/interview holds. */
export const questionDefinition = z
  .strictObject({
    question: text.describe('The question, as an interviewer asks it.'),
    topic: z
      .enum(['cnm', 'bridge', 'dns', 'overlay', 'macvlan', 'iptables', 'mtu', 'triage'])
      .describe('Field that it belongs to.'),
    level: z
      .int({ error: levelError })
      .min(1, { error: levelError })
      .max(3, { error: levelError })
      .describe('1 junior, 2 senior, 3 expert.'),
    minutes: z
      .int({ error: minutesError })
      .min(1, { error: minutesError })
      .max(15, { error: minutesError })
      .describe('Time to answer.'),
    covers: z.array(text).default([]).describe('Ids of content/units.txt that this question covers.'),
    points: z.array(point).min(3).max(8).describe('3 to 8 points, the most important first.'),
    wrongTurns: z
      .array(
        z.strictObject({
          say: text.describe('What people say.'),
          but: text.describe('What is so instead.'),
        }),
      )
      .min(1)
      .describe('Common wrong turns.'),
    answer: text.describe('A model answer that holds every point.'),
    proof: z
      .strictObject({
        lab: text.describe('Lab on whose first host the commands run.'),
        run: text.describe('Bash, as it is typed at a root shell; it leaves nothing behind.'),
        shows: z.array(text).min(1).describe('Pieces of text that it prints, none of which varies.'),
        means: text.describe('What to see in it.'),
      })
      .describe('Shows the answer live.'),
  })
  .describe('A question of interview practice.')
