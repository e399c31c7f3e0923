import { z } from 'zod'
import * as fields from '../fields.ts'
import { fail, pass } from '../scene.ts'
import { stateCheck } from '../state-check.ts'

const policy = z.enum(['no', 'always', 'unless-stopped', 'on-failure'])

const params = z
  .strictObject({
    name: fields.container,
    running: z.boolean().optional().describe('false: there must be no such container that runs. true when left out.'),
    image: z.string().optional().describe('Image that it must be made of, with or without :latest.'),
    restart: z
      .union([policy, z.array(policy).min(1)])
      .optional()
      .describe('Restart policy that it must have, or a list of those that will do.'),
    privileged: z.boolean().optional().describe('Whether it must be (true) or must not be (false) privileged.'),
    host: fields.host,
  })
  .describe('A container runs.')

export const container = stateCheck<z.infer<typeof params>>({
  name: 'container',
  params,
  needs: ['containers'],
  expected: ({ name, running, image, restart, privileged }) =>
    running === false
      ? `no running container ${name}`
      : [
          `${name} runs`,
          image && `from ${image}`,
          restart && `with restart policy ${[restart].flat().join(' or ')}`,
          privileged !== undefined && (privileged ? 'privileged' : 'not privileged'),
        ]
          .filter(Boolean)
          .join(', '),
  evidence: ({ name }) => `docker ps -a --filter name=${name}`,
  judge({ name, running, image, restart, privileged }, scene) {
    if (running === false) {
      const there = scene.host.containers.find((one) => one.name === name)
      return there?.running ? fail(`${name} runs`) : pass(there ? `${name} is stopped` : `there is no ${name}`)
    }
    const found = scene.container(name)
    if (image && bare(found.image) !== bare(image)) return fail(`${name} is made of ${found.image}`)
    const restarts = policy.safeParse(found.restartPolicy || 'no').data
    if (restart && (!restarts || ![restart].flat().includes(restarts))) return fail(`its restart policy is ${restarts}`)
    if (privileged !== undefined && found.privileged !== privileged) {
      return fail(`${name} is ${found.privileged ? '' : 'not '}privileged`)
    }
    return pass(`${name} runs, made of ${found.image}`)
  },
})

const bare = (image: string) => image.replace(/:latest$/, '')
