import { expect, test } from 'vitest'
import { hashPassword, verifyPassword } from './password.ts'

test('a password opens what was made from it, another one does not', async () => {
  const hash = await hashPassword('correct horse')
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect(await verifyPassword(hash, 'correct horse')).toBe(true)
  expect(await verifyPassword(hash, 'correct horsf')).toBe(false)
})

test('the same password never gives the same hash', async () => {
  expect(await hashPassword('correct horse')).not.toBe(await hashPassword('correct horse'))
})

test('an accent typed as one character or as two is the same password', async () => {
  expect(await verifyPassword(await hashPassword('caf\u00e9 caf\u00e9'), 'cafe\u0301 cafe\u0301')).toBe(true)
})

test('somebody unknown is refused after the same work as a wrong password', async () => {
  const hash = await hashPassword('correct horse')
  const time = async (encoded: string | null) => {
    const start = performance.now()
    expect(await verifyPassword(encoded, 'wrong')).toBe(false)
    return performance.now() - start
  }
  const least = async (encoded: string | null) =>
    Math.min(await time(encoded), await time(encoded), await time(encoded))
  expect((await least(null)) / (await least(hash))).toBeGreaterThan(0.5)
})
