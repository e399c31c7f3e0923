import { Command, InvalidArgumentError, Option } from 'commander'
import { removeLabEngine } from '../../setup/lab-engine.mjs'
import { bench } from './bench.ts'
import { doctor } from './doctor.ts'
import * as interview from './interview.ts'
import * as lab from './lab.ts'
import { dev } from './lab-dev.ts'
import { mutate } from './lab-mutate.ts'
import { newLab } from './lab-new.ts'
import * as lesson from './lesson.ts'
import { explain, say } from './output.ts'
import { test } from './test-command.ts'
import { generations, labsFolder } from './workshop.ts'

const program = new Command('patchbay').description('Labs of Docker networking, from the command line.')

const seed = (text: string) => {
  if (!/^\d{1,10}$/.test(text)) throw new InvalidArgumentError('Expected a whole number.')
  return Number(text)
}

const count = (text: string) => {
  if (!/^[1-9]\d{0,3}$/.test(text)) throw new InvalidArgumentError('Expected a whole number, 1 or more.')
  return Number(text)
}

/** Runs a command; the exit code is 0 only when it succeeded. */
const act = (work: () => Promise<boolean>) =>
  work().then(
    (succeeded) => {
      process.exitCode = succeeded ? 0 : 1
    },
    (error) => {
      say(explain(error))
      process.exitCode = 1
    },
  )

const engineOption = (text: string) => new Option('--engine <generation>', text).choices([...generations, 'all'])
const json = ['--json', 'print one JSON value'] as const
const varOption = (text: string) =>
  new Option('--var <name=value>', text).argParser((one: string, before: string[] = []) => [...before, one])
/** A lab is judged, solved, reset and stopped as a whole: naming a host there only says which one is meant. */
const wholeLab = ['--host <name>', 'a host of the lab; the command is for the whole lab'] as const

program
  .command('doctor')
  .description('what this machine has and lacks')
  .option(...json)
  .action((options) => act(() => doctor(options)))

program
  .command('remove')
  .description('end the lab engine and every lab in it, and forget its images; progress is kept')
  .action(() =>
    act(async () => {
      await removeLabEngine({ volume: true })
      say('The lab engine is gone, and every lab in it. Progress is kept.')
      return true
    }),
  )

program
  .command('snapshot <lab>')
  .description('what the grader sees, as JSON')
  .option('--host <name>', 'only this host')
  .option(...json)
  .action((id, options) => act(() => lab.snapshot(id, options)))

program
  .command('bench <name>')
  .description('measure, beside the floor that this machine sets')
  .option(...json)
  .action((name, options) => act(() => bench(name, options)))

program
  .command('interview')
  .description('questions of interview practice')
  .command('validate')
  .description('every mistake in content/interview')
  .option(...json)
  .action((options) => act(() => interview.validate(options)))

const labs = program.command('lab').description('play, check and prove labs')
labs
  .command('list')
  .option(...json)
  .action((options) => act(() => lab.list(options)))
labs
  .command('validate [lab]')
  .description('every mistake in lab files')
  .option(...json)
  .action((id, options) => act(() => lab.validate(id, options)))
labs
  .command('new <lab>')
  .description('a folder with a small lab to change into another one')
  .option(...json)
  .action((id, options) => act(() => newLab(id, labsFolder, options)))
labs
  .command('start <lab>')
  .option('--seed <number>', 'draw the same values again', seed)
  .addOption(varOption('with this value of a var, such as cause=rule'))
  .option(...json)
  .action((id, options) => act(() => lab.start(id, options)))
labs
  .command('dev <lab>')
  .description('start it and judge it live while you change its files; Ctrl-C removes it')
  .action((id) => act(() => dev(id)))
labs
  .command('shell <lab>')
  .option('--host <name>', 'another host than the first')
  .action((id, options) => act(() => lab.shell(id, options)))
labs
  .command('check <lab>')
  .description('judge its tasks; succeeds when all pass')
  .option(...wholeLab)
  .option(...json)
  .option('--verify', 'let checks change the lab: restart what must survive it')
  .action((id, options) => act(() => lab.check(id, options)))
labs
  .command('answer <lab> <task> <text>')
  .option(...json)
  .action((id, task, text, options) => act(() => lab.answer(id, task, text, options)))
labs
  .command('solve <lab>')
  .description('run its solution')
  .option(...wholeLab)
  .option(...json)
  .action((id, options) => act(() => lab.solve(id, options)))
labs
  .command('reset <lab>')
  .description('back to the start, or to a later task with the earlier ones done by the solution')
  .option('--task <task>', 'the task to continue from, by id or number')
  .option(...wholeLab)
  .option(...json)
  .action((id, options) => act(() => lab.reset(id, options)))
labs
  .command('stop <lab>')
  .option(...wholeLab)
  .option(...json)
  .action((id, options) => act(() => lab.stop(id, options)))
labs
  .command('test [labs...]')
  .description('prove labs: start state, solution, alternatives, wrong ways, reset')
  .option('--scripts <folder>', 'more scripts: <folder>/<lab>/alternatives/*.sh and wrong/*.sh')
  .addOption(engineOption("on hosts with this Docker engine, instead of the labs' own"))
  .option('--changed', 'only labs changed since their last proof')
  .option('--at-once <number>', 'so many attempts at once, of all labs together; 2 when left out', count)
  .addOption(varOption('with this value of a var; a name alone: once with each value that it is picked from'))
  .option(...json)
  .action((ids, options) => act(() => test(ids, options)))
labs
  .command('mutate <lab>')
  .description('play its solution with one mistake at a time; what passes all the same may lack a check')
  .option('--limit <number>', 'only so many mistakes, spread over the solution', count)
  .addOption(varOption('with this value of a var; without it every mistake meets values of its own'))
  .option(...json)
  .action((id, options) => act(() => mutate(id, options)))

program
  .command('lesson')
  .description('prove lessons')
  .command('test [lesson]')
  .description('run every command block on real hosts and compare what it prints')
  .addOption(engineOption('on hosts with this Docker engine; 26 when left out'))
  .option('--at-once <number>', 'so many lessons at once; 2 when left out', count)
  .option(...json)
  .action((slug, options) => act(() => lesson.test(slug, options)))

await program.parseAsync()
