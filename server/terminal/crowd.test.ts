import { expect, test } from 'vitest'
import { Crowd } from './crowd.ts'

const ada = { owner: 'ada', address: '10.0.0.1' }
const bob = { owner: 'bob', address: '10.0.0.1' }

test('a learner has so many terminals at most, and who leaves makes room once', () => {
  const crowd = new Crowd({ owner: 2, address: 10 })
  const leave = crowd.enter(ada)
  crowd.enter(ada)
  expect(() => crowd.enter(ada)).toThrow('You have 2 open terminals')
  leave()
  leave()
  crowd.enter(ada)
  expect(() => crowd.enter(ada)).toThrow('You have 2')
  crowd.enter(bob)
})

test('an address has so many at most, whoever they are', () => {
  const crowd = new Crowd({ owner: 10, address: 2 })
  crowd.enter(ada)
  crowd.enter(bob)
  expect(() => crowd.enter(bob)).toThrow('From your address there are 2')
  crowd.enter({ owner: 'bob', address: '10.0.0.2' })
})
