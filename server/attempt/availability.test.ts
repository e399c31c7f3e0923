import { expect, it } from 'vitest'
import type { LabHosts, Offer } from '../lab-host/index.ts'
import { Availability, whyUnavailable } from './availability.ts'

const machine = (engine: string) => ({ lans: ['lan'], engine })
const plain = { hosts: { 'host-1': machine('26') }, requires: [] }
const old = { hosts: { 'host-1': machine('26'), 'host-2': machine('20') }, requires: [] }
const swarm = { hosts: plain.hosts, requires: ['vlan' as const, 'ipvs' as const] }
const offer: Offer = { engines: ['26'], lacking: { ipvs: "Can't initialize ipvs: Protocol not available" } }

it('says which kernel feature is missing and what the kernel said', () => {
  expect(whyUnavailable(plain, offer)).toBeUndefined()
  expect(whyUnavailable(swarm, offer)).toMatch(/no ipvs for lab hosts: Can't initialize ipvs/)
  const sentence = { ...offer, lacking: { vlan: 'Error: Unknown device type.' } }
  expect(whyUnavailable(swarm, sentence)).toMatch(/: Error: Unknown device type\.$/)
  expect(whyUnavailable(swarm, { ...offer, lacking: { esp: 'no' } })).toBeUndefined()
})

it('says which generation of the engine is missing, on whichever host', () => {
  expect(whyUnavailable(old, offer)).toContain('generation 20')
  expect(whyUnavailable(old, { engines: ['20', '26'], lacking: {} })).toBeUndefined()
})

it('asks the machine only where a lab needs more than every machine has, and knows nothing until then', async () => {
  let asked = 0
  const answer = async () => {
    asked++
    return offer
  }
  const availability = new Availability({ offer: answer } as unknown as LabHosts)
  await availability.refresh([plain])
  expect([asked, availability.whyNot(swarm)]).toEqual([0, undefined])
  await availability.refresh([plain, swarm])
  expect(asked).toBe(1)
  expect(availability.whyNot(swarm)).toContain('ipvs')
  expect(availability.whyNot(plain)).toBeUndefined()
})
