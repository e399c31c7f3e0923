import { z } from 'zod'

// Parameters that several checks share, so that they read and fail alike.

const engineName = /^[a-zA-Z0-9][a-zA-Z0-9_.-]+$/
const engineNameError = 'a name of 2 or more letters, digits, `_`, `.` or `-`, beginning with a letter or digit'

export const host = z
  .string({ error: 'the name of a host' })
  .optional()
  .describe('Host of the lab to look at; the first one when left out.')

export const container = z
  .string({ error: engineNameError })
  .regex(engineName, { error: engineNameError })
  .describe('Exact name of a container, 2 or more characters.')

export const network = z
  .string({ error: engineNameError })
  .regex(engineName, { error: engineNameError })
  .describe('Exact name of a Docker network, e.g. "{{net}}".')

const portError = 'a port, 1 to 65535'

export const port = z.int({ error: portError }).min(1, { error: portError }).max(65535, { error: portError })
