import { z } from 'zod'
import * as fields from '../fields.ts'
import { fail, pass } from '../scene.ts'
import { list } from '../sight.ts'
import { stateCheck } from '../state-check.ts'
import { linksOf } from './interface.ts'

const params = z
  .strictObject({
    interface: z.string().min(1).describe('Name of the interface.'),
    container: fields.container.optional().describe('Container that has it; the host when left out.'),
    on: z.boolean().optional().describe('false: it must not be promiscuous. true when left out.'),
    host: fields.host,
  })
  .describe('An interface takes in every frame, as the kernel counts it.')

export const promiscuity = stateCheck<z.infer<typeof params>>({
  name: 'promiscuity',
  params,
  needs: ['containers', 'interfaces'],
  expected: (given) => `${given.interface} ${given.on === false ? 'not ' : ''}promiscuous`,
  evidence: (given) => `ip -d link show ${given.interface} | grep -o 'promiscuity [0-9]*'`,
  judge(given, scene) {
    const links = linksOf(given, scene)
    const link = links.find(({ name }) => name === given.interface)
    if (!link) return fail(`there is no ${given.interface}; there is: ${list(links.map(({ name }) => name))}`)
    const observed = `promiscuity ${link.promiscuity}`
    return link.promiscuity > 0 === (given.on !== false) ? pass(observed) : fail(observed)
  },
})
