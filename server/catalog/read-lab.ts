import { parseScript } from '../script/index.ts'
import { labDefinition, labId, variable } from './definition.ts'
import { type Form, mistakesOf } from './issues.ts'
import { fillTasks, type Lab, type LabFile, type Script } from './lab.ts'
import type { Mistake } from './mistake.ts'
import { knownVars, listOf, mapping, referenceMistakes } from './references.ts'
import { labSchema } from './schema-file.ts'
import { type Names, scriptMistakes } from './script-mistakes.ts'
import { quote, readSource, type Source } from './source.ts'
import { extremeVars, type Vars } from './vars.ts'

const form: Form = { schema: labSchema(), thing: 'a lab', filled: ([root]) => root === 'tasks' }

/** The text of a lab's files by path inside its folder. */
export type LabFiles = Record<string, string>

/** Reads one lab, or says everything that keeps it from being one. `folder` goes before file names in mistakes. */
export function readLab(id: string, folder: string, files: LabFiles): { lab?: Lab; mistakes: Mistake[] } {
  const mistakes = folderMistakes(id, folder, files)
  const text = files['lab.yaml']
  if (text === undefined) return { mistakes }
  const source = readSource(`${folder}/lab.yaml`, text)
  if (source.mistakes.length > 0) return { mistakes: [...mistakes, ...source.mistakes] }
  const definition = readDefinition(source)
  const scripts = readScripts(folder, files, namesIn(source.data))
  mistakes.push(...definition.mistakes, ...scripts.mistakes)
  const named = (name: string) => scripts.scripts.find((script) => script.name === name)
  const [setup, solution] = [named('setup.sh'), named('solution.sh')]
  if (mistakes.length > 0 || !definition.lab || !setup || !solution) return { mistakes }
  const within = (name: string) => scripts.scripts.filter((script) => script.name.startsWith(`${name}/`))
  return {
    lab: { ...definition.lab, id, setup, solution, alternatives: within('alternatives'), wrong: within('wrong') },
    mistakes,
  }
}

/** Reads the scripts among the files and checks what they name. */
export function readScripts(folder: string, files: LabFiles, names: Names): { scripts: Script[]; mistakes: Mistake[] } {
  const scripts = Object.keys(files)
    .filter((name) => name.endsWith('.sh'))
    .map((name) => ({ ...parseScript(files[name] ?? ''), name }))
  return { scripts, mistakes: scripts.flatMap((script) => scriptMistakes(`${folder}/${script.name}`, script, names)) }
}

function folderMistakes(id: string, folder: string, files: LabFiles): Mistake[] {
  const mistakes = ['lab.yaml', 'setup.sh', 'solution.sh']
    .filter((name) => files[name] === undefined)
    .map((name) => ({
      file: `${folder}/${name}`,
      line: 1,
      found: 'no such file',
      expected: `a file ${name}`,
      hint: '',
    }))
  const named = labId.safeParse(id)
  if (named.success) return mistakes
  const expected = named.error.issues[0]?.message ?? ''
  return [
    ...mistakes,
    { file: folder, line: 1, found: `folder ${quote(id)}`, expected, hint: 'The folder names the lab.' },
  ]
}

/** Judges the file with each extreme of its vars filled in, since any of them may be drawn. */
function readDefinition(source: Source): { lab?: LabFile; mistakes: Mistake[] } {
  const mistakes = referenceMistakes(source)
  const raw = mapping(source.data)
  let lab: LabFile | undefined
  for (const vars of samples(raw)) {
    const data = Array.isArray(raw.tasks) ? { ...raw, tasks: fillTasks(raw.tasks, vars) } : source.data
    const parsed = labDefinition.safeParse(data)
    if (parsed.success) lab = { ...parsed.data, tasks: raw.tasks }
    else mistakes.push(...mistakesOf(parsed.error.issues, data, source, form))
  }
  return { lab, mistakes: distinct(mistakes) }
}

function samples(raw: Record<string, unknown>): Vars[] {
  const builtIns = knownVars({ ...raw, vars: {} }).map((name) => [name, name.endsWith('.mtu') ? 1500 : '10.200.0.1'])
  const drawable = Object.entries(mapping(raw.vars)).flatMap(([name, definition]) => {
    const parsed = variable.safeParse(definition)
    return parsed.success ? [[name, parsed.data] as const] : []
  })
  return extremeVars(Object.fromEntries(drawable)).map((vars) => ({ ...Object.fromEntries(builtIns), ...vars }))
}

/** What the file names, as far as it can be read. */
function namesIn(data: unknown): Names {
  const lab = mapping(data)
  const uses = (use: unknown) => Object.keys(mapping(use)).map((name) => ({ name }))
  const named = listOf(lab.tasks)
    .map(mapping)
    .filter(({ id }) => id !== undefined)
  const tasks = named.map((task) => {
    return { id: String(task.id), checks: [...listOf(task.checks), task.answer].flatMap(uses).map(({ name }) => name) }
  })
  return { hosts: Object.keys(mapping(lab.hosts)), tasks }
}

/** One mistake is told once, in the order of lines. */
function distinct(mistakes: Mistake[]): Mistake[] {
  const unique = new Map(mistakes.map((mistake) => [`${mistake.line} ${mistake.found} ${mistake.expected}`, mistake]))
  return [...unique.values()].sort((one, other) => one.line - other.line)
}
