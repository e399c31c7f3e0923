import { expect, it } from 'vitest'
import { type EngineFacts, leftoversIn } from './leftovers.ts'

const id = (letter: string) => letter.repeat(64)
const facts = (changes: Partial<EngineFacts> = {}): EngineFacts => ({
  containers: [{ id: id('a'), labels: 'patchbay.id=1,patchbay.host=host-1' }],
  networks: [
    { name: 'none', labels: '', bridge: '', endpoints: [] },
    { name: '1-lan', labels: 'patchbay.id patchbay.lan', bridge: 'lan10', endpoints: [id('a')] },
  ],
  volumes: [],
  cgroups: [`/sys/fs/cgroup/pids/docker/${id('a')}`],
  bridges: ['lan10'],
  shims: [id('a')],
  ...changes,
})

it('finds nothing where everything belongs to a lab', () => {
  expect(leftoversIn(facts())).toEqual([])
})

it('finds what is left of containers that are gone: cgroup, process, address', () => {
  const gone = facts({ containers: [] })
  expect(leftoversIn(gone)).toEqual([
    { kind: 'cgroup', id: `/sys/fs/cgroup/pids/docker/${id('a')}` },
    { kind: 'process', id: id('a') },
    { kind: 'address', id: id('a') },
  ])
})

it('finds containers, networks and volumes of nobody, and a bridge without its network', () => {
  const strange = facts({
    containers: [...facts().containers, { id: id('b'), labels: '' }],
    networks: [{ name: 'mine', labels: '', bridge: '', endpoints: [] }],
    volumes: ['v1'],
  })
  expect(leftoversIn(strange)).toEqual([
    { kind: 'container', id: id('b') },
    { kind: 'network', id: 'mine' },
    { kind: 'network', id: 'lan10' },
    { kind: 'volume', id: 'v1' },
  ])
})
