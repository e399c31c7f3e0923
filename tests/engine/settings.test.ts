import { afterAll, expect, test } from 'vitest'
import { newFolder, refusedServer } from '../server.ts'

const { settings, remove } = newFolder()
afterAll(remove)

test('a server with wrong settings names all of them at once, and does not start', async () => {
  const wrong = { PORT: 'abc', PATCHBAY_LABS: '0', PATCHBAY_ORIGIN: 'labs.example.org', LOG_LEVEL: 'loud' }
  const { code, stdout, stderr } = await refusedServer({ ...settings, ...wrong })
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
  for (const [name, value] of Object.entries(wrong)) expect(stderr).toMatch(`${name}: found "${value}", expected `)
  expect(stderr).not.toMatch(/\n {4}at /)
})

test('a server whose data folder cannot be says so, and what to do', async () => {
  const { code, stdout, stderr } = await refusedServer({ ...settings, PATCHBAY_DATA: '/dev/null/data' })
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
  expect(stderr).toContain('/dev/null/data')
  expect(stderr).toMatch(/data folder/i)
  expect(stderr).not.toMatch(/\n {4}at /)
})
