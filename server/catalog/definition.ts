import { z } from 'zod'
import { answers, checks, type Task } from '../grader/index.ts'
import { kernelFeatures } from '../protocol/index.ts'

/** Images that a lab may load into its hosts; each is a folder of labs/images. */
const learnerImages = ['api', 'postgres', 'redis', 'tools', 'web'] as const

const idError = 'lower-case letters, digits and dashes, 2 or more, beginning with a letter'
export const labId = z.string({ error: idError }).regex(/^[a-z](?:-?[a-z0-9])+$/, { error: idError })
const hostError = `${idError}; not "task" or "fails", which mean something in scripts`
const id = labId
const hostId = id.refine((name) => name !== 'task' && name !== 'fails', { error: hostError })
const varError = 'lower-case letters, digits, dashes and underscores, beginning with a letter'
const varId = z.string({ error: varError }).regex(/^[a-z][a-z0-9_-]*$/, { error: varError })
const text = z.string({ error: 'a text' }).min(1, { error: 'a text that is not empty' })
const bytesError = 'bytes, 576 to 65535'

const lan = z
  .strictObject({
    mtu: z
      .int({ error: bytesError })
      .min(576, { error: bytesError })
      .max(65535, { error: bytesError })
      .default(1500)
      .describe('MTU in bytes.'),
  })
  .describe('A segment that joins hosts like one switch.')

const machine = z
  .strictObject({
    lans: z.array(id).min(1).describe('LANs it is plugged into, by name; `<host>.ip` is its address on the first.'),
    engine: z
      .enum(['20', '26', '28'])
      .default('26')
      .describe('Generation of its Docker engine, in quotes: "20", "26" or "28".'),
  })
  .describe('A machine with a Docker engine of its own.')

const rangeError = '[low, high], two whole numbers'
export const variable = z
  .strictObject({
    pick: z
      .array(z.union([text, z.int()], { error: 'a text or a whole number' }))
      .min(1)
      .optional()
      .describe('One of these values.'),
    int: z
      .tuple([z.int(), z.int()], { error: rangeError })
      .refine(([low, high]) => low <= high, { error: rangeError })
      .optional()
      .describe('A whole number from the first to the second.'),
  })
  .refine(({ pick, int }) => (pick === undefined) !== (int === undefined), { error: 'either `pick` or `int`' })
  .meta({ minProperties: 1, maxProperties: 1 })
  .describe('Drawn for each attempt, so that answers differ.')

export type VarDefinition = z.output<typeof variable>

/** A mapping with exactly one key, the name of a check or answer; its value are the parameters. */
function oneOf(kinds: { name: string; params: z.ZodType }[], what: string) {
  const names = kinds.map((kind) => kind.name).join(', ')
  return z
    .strictObject(Object.fromEntries(kinds.map((kind) => [kind.name, kind.params.optional()])))
    .refine((use) => Object.keys(use).length === 1, { error: `exactly one ${what}: one of ${names}` })
    .meta({ minProperties: 1, maxProperties: 1 })
    .transform((use) => {
      const [name = '', params] = Object.entries(use)[0] ?? []
      return { name, params: params as unknown }
    })
}

const hint = z
  .union(
    [
      text,
      z.strictObject({
        when: text.describe(
          'When it fits: a check that has not passed, an outcome (fail, unobservable), or a piece of what was observed.',
        ),
        say: text.describe('The hint itself.'),
      }),
    ],
    { error: 'a text, or {when, say}' },
  )
  .transform((written) => (typeof written === 'string' ? { say: written } : written))

const weak = checks.filter((check) => check.weak).map(({ name }) => name)

const task = z
  .strictObject({
    id: id.describe('Name of the task; progress is kept under it, so it stays.'),
    title: text.describe('What to reach, one short line.'),
    checks: z
      .array(oneOf(checks, 'check'))
      .min(1)
      .optional()
      .describe('What must be true of the machine, all of it; judged again and again.'),
    answer: oneOf(answers, 'kind of answer')
      .optional()
      .describe('The task asks for a text; the right one is computed from the machine when the learner submits.'),
    hints: z.array(hint).default([]).describe('In the order to reveal them. `{{…}}` works here too.'),
    why: text.optional().describe('Why it works, in one line; shown once the task has passed.'),
    latch: z
      .boolean({ error: 'true or false' })
      .default(false)
      .describe('True: once passed it stays so, although later steps undo the state.'),
  })
  .refine(({ checks: state, answer }) => (state === undefined) !== (answer === undefined), {
    error: 'either `checks` or `answer`',
  })
  .refine(({ checks: state }) => !state?.every(({ name }) => weak.includes(name)), {
    error: `another check beside ${weak.join(', ')}, which runs the learner's own programs`,
    path: ['checks'],
  })
  .transform((written): Task => ({ ...written, checks: written.checks ?? [] }))

/** What lab.yaml holds, `{{…}}` filled in. */
export const labDefinition = z
  .strictObject({
    title: text.describe('Name of the lab, as listed.'),
    lesson: id.describe('Slug of the lesson that it belongs to.'),
    topic: z
      .enum(['cnm', 'bridge', 'dns', 'overlay', 'macvlan', 'iptables', 'mtu', 'triage'])
      .describe('Field that it practises.'),
    kind: z.enum(['exercise', 'incident', 'triage', 'mistake', 'challenge']).describe('What sort of lab it is.'),
    level: z
      .int({ error: '1, 2, 3 or 4' })
      .min(1, { error: '1, 2, 3 or 4' })
      .max(4, { error: '1, 2, 3 or 4' })
      .describe('1 basics … 4 expert.'),
    minutes: z
      .int({ error: 'minutes, 1 to 240' })
      .min(1, { error: 'minutes, 1 to 240' })
      .max(240, { error: 'minutes, 1 to 240' })
      .describe('How long it takes somebody who has read the lesson.'),
    lans: z.record(id, lan).describe('Segments by name; each attempt gets subnets of its own.'),
    hosts: z.record(hostId, machine).describe('1 to 5 machines by name. Scripts start on the first.'),
    vars: z
      .record(varId, variable)
      .default({})
      .describe('Values for `{{name}}` in tasks and `$NAME` in scripts, drawn for each attempt.'),
    images: z
      .array(z.enum(learnerImages))
      .default([])
      .describe('Images that every host holds; nothing can be pulled in a lab.'),
    requires: z
      .array(z.enum(kernelFeatures))
      .default([])
      .describe('Kernel features; without them the lab is shown as not available on this machine.'),
    tasks: z.array(task).min(1).describe('In the order to do them.'),
  })
  .describe('A lab of Patchbay.')

export type LabDefinition = z.output<typeof labDefinition>
