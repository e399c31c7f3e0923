import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { scriptEnv } from './env.ts'
import { type RunBash, runScript } from './run.ts'
import { parseScript } from './script.ts'

/** Runs a section in a real bash on this machine, as a host would. */
const bash: RunBash = async (_host, program, env, timeoutMs) => {
  const ran = spawnSync('bash', ['-s'], { input: program, env: { PATH: process.env.PATH, ...env }, timeout: timeoutMs })
  return { code: ran.status, output: `${ran.stdout}${ran.stderr}` }
}

const options = { run: bash, firstHost: 'host-1', env: {}, token: 'c0ffee' }

test('the output is what the script printed, nothing else', async () => {
  const script = parseScript('printf one\nshare K=v\necho two\n')
  expect(await runScript(script, options)).toEqual({ outcome: 'done', output: 'onetwo\n' })
})

test('vars arrive as upper-case variables', async () => {
  const env = scriptEnv({ net: 'app-net', port: 8123, 'lan.subnet': '10.0.0.0/24', 'host-2.ip': '10.0.0.12' })
  const script = parseScript('echo $NET $PORT $LAN_SUBNET $HOST_2_IP')
  expect(await runScript(script, { ...options, env })).toMatchObject({ output: 'app-net 8123 10.0.0.0/24 10.0.0.12\n' })
})

test('a shared value reaches the rest of its section and the later ones, with spaces and line breaks', async () => {
  const script = parseScript('share K="two words\nand a line" L=2\necho "$K"\n#@ host-2\necho "$K" $L\n')
  expect(await runScript(script, options)).toMatchObject({ output: 'two words\nand a line\ntwo words\nand a line 2\n' })
})

test('each section runs on its host', async () => {
  const hosts: string[] = []
  const run: RunBash = async (host) => {
    hosts.push(host)
    return { code: 0, output: '' }
  }
  await runScript(parseScript('a\n#@ host-2\nb\n#@ host-1\nc\n'), { ...options, run })
  expect(hosts).toEqual(['host-1', 'host-2', 'host-1'])
})

test('an answer is handed over before the next section runs', async () => {
  const events: string[] = []
  const run: RunBash = async (...section) => {
    events.push('section')
    return bash(...section)
  }
  const onAnswer = async (task: string, text: string) => void events.push(`${task}=${text}`)
  await runScript(parseScript('answer veth veth12 ab\n#@ task two\n:\n'), { ...options, run, onAnswer })
  expect(events).toEqual(['section', 'veth=veth12 ab', 'section'])
})

test('only the sections of the tasks asked for run, and those that belong to none', async () => {
  const script = parseScript('echo common\n#@ task one\necho one\n#@ task two\necho two\n')
  expect(await runScript(script, { ...options, tasks: ['two'] })).toMatchObject({ output: 'common\ntwo\n' })
})

test('an exit other than 0 is an error that names host and task, and ends the script', async () => {
  const script = parseScript('#@ task one\necho before\nexit 3\n#@ task two\necho after\n')
  expect(await runScript(script, options)).toEqual({
    outcome: 'error',
    reason: 'exited with 3',
    output: 'before\n',
    host: 'host-1',
    task: 'one',
  })
})

test('a script that is cut off is an error', async () => {
  const run: RunBash = async () => ({ code: null, output: 'so far' })
  expect(await runScript(parseScript('sleep 99'), { ...options, run })).toMatchObject({
    outcome: 'error',
    reason: 'took longer than 60 s',
    output: 'so far',
  })
})

test('sections share one limit of time', async () => {
  const limits: number[] = []
  const run: RunBash = async (_host, _program, _env, timeoutMs) => {
    limits.push(timeoutMs)
    await new Promise((resolve) => setTimeout(resolve, 20))
    return { code: 0, output: '' }
  }
  await runScript(parseScript('a\n#@ host-2\nb\n'), { ...options, run })
  expect(limits[0]).toBe(60_000)
  expect(limits[1]).toBeLessThan(59_990)
})

test('a program that reads stdin does not swallow the script', async () => {
  expect(await runScript(parseScript('cat\necho after\n'), options)).toMatchObject({ output: 'after\n' })
})

test('messages of bash name the line of the file', async () => {
  const script = parseScript('#!/bin/bash\n#@ task one\n\nnonesuch\n')
  expect(await runScript(script, options)).toMatchObject({ output: expect.stringContaining('line 4: nonesuch') })
})

test('output that looks like a report but lacks the token stays output', async () => {
  const script = parseScript('echo "beef c2hhcmU= Sz12"\n#@ host-2\necho "K is $K."\n')
  expect(await runScript(script, options)).toMatchObject({ output: 'beef c2hhcmU= Sz12\nK is .\n' })
})
