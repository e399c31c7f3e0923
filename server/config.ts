import { resolve } from 'node:path'
import { z } from 'zod'

const wholeNumber = (low: number, high: number) => {
  const error = `a whole number from ${low} to ${high}`
  return z
    .string()
    .regex(/^\d+$/, { error })
    .transform(Number)
    .refine((n) => n >= low && n <= high, { error })
}
const origin = 'an origin such as https://labs.example.org, without a path'

/** Every setting, by the name of its environment variable. */
const settings = z.object({
  PORT: wholeNumber(0, 65535).default(4321).describe('Port to listen on; 0 takes a free one.'),
  HOST: z.string().min(1).default('localhost').describe('Address to listen on; 0.0.0.0 for all.'),
  PATCHBAY_ORIGIN: z
    .url({ error: origin })
    .transform((url) => new URL(url))
    .refine(({ pathname, protocol }) => pathname === '/' && /^https?:$/.test(protocol), { error: origin })
    .optional()
    .describe('What people type to get here, when that is not http://localhost:PORT; https makes cookies secure.'),
  PATCHBAY_DATA: z.string().min(1).default('.patchbay').describe('Folder of the database.'),
  PATCHBAY_RUN: z
    .string({ error: 'a folder; `npm start` gives one' })
    .min(1)
    .describe('Folder of the sockets, a short path.'),
  PATCHBAY_ENGINE: z
    .string({ error: 'a path; `npm start` gives one' })
    .min(1)
    .describe("The lab engine's unix socket."),
  PATCHBAY_LABS: wholeNumber(1, 1000).default(12).describe('Labs at once on this machine.'),
  PATCHBAY_WARM: wholeNumber(0, 200)
    .default(0)
    .describe('Labs kept ready beside those, of the ones most asked for; 0 keeps none.'),
  PATCHBAY_LABS_EACH: wholeNumber(1, 1000).default(2).describe('Labs at once of one learner, running or waiting.'),
  PATCHBAY_LAB_MINUTES: wholeNumber(1, 1440)
    .default(90)
    .describe('Minutes a lab may last; extended, up to twice as many.'),
  PATCHBAY_IDLE_MINUTES: wholeNumber(1, 1440).default(20).describe('Minutes after which a lab that nobody uses ends.'),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('warn').describe('How much to log.'),
})

export interface Config {
  port: number
  host: string
  /** The public origin, or undefined where it follows from the port. */
  origin: string | undefined
  databaseFile: string
  runFolder: string
  engineSocket: string
  /** Labs kept ready. */
  warm: number
  limits: { labs: number; labsEach: number; totalMinutes: number; idleMinutes: number }
  logLevel: string
}

/** Reads the settings. Throws an Error that names every mistake: variable, what was found, what was expected. */
export function readConfig(env: Record<string, string | undefined>): Config {
  // An empty variable is one that is not set: that is what docker-compose makes of it.
  const read = settings.safeParse(Object.fromEntries(Object.entries(env).filter(([, value]) => value !== '')))
  if (!read.success) {
    const lines = read.error.issues.map(({ path, message }) => {
      const name = String(path[0])
      return `  ${name}: found ${env[name] === undefined ? 'nothing' : JSON.stringify(env[name])}, expected ${message}`
    })
    throw new Error(`These settings are wrong:\n${lines.join('\n')}`)
  }
  const value = read.data
  return {
    port: value.PORT,
    host: value.HOST,
    origin: value.PATCHBAY_ORIGIN?.origin,
    databaseFile: resolve(value.PATCHBAY_DATA, 'patchbay.db'),
    runFolder: resolve(value.PATCHBAY_RUN),
    engineSocket: resolve(value.PATCHBAY_ENGINE),
    warm: value.PATCHBAY_WARM,
    limits: {
      labs: value.PATCHBAY_LABS,
      labsEach: value.PATCHBAY_LABS_EACH,
      totalMinutes: value.PATCHBAY_LAB_MINUTES,
      idleMinutes: value.PATCHBAY_IDLE_MINUTES,
    },
    logLevel: value.LOG_LEVEL,
  }
}
