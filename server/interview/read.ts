import type { Mistake } from '../catalog/index.ts'
import { choice, type Form, jsonSchema, mistakesOf, quote, readSource } from '../catalog/index.ts'
import type { InterviewQuestion } from '../protocol/index.ts'
import { questionDefinition, questionId } from './question.ts'

/** What questions may name. */
export interface Known {
  units: string[]
  labs: string[]
}

/** A question, and the units that it covers. */
export interface Question extends InterviewQuestion {
  covers: string[]
}

const form: Form = { schema: jsonSchema(questionDefinition), thing: 'a question', filled: () => false }

/** Reads one question, or says everything that keeps it from being one. `id`: the name of its file. */
export function readQuestion(
  id: string,
  file: string,
  text: string,
  known: Known,
): { question?: Question; mistakes: Mistake[] } {
  const source = readSource(file, text)
  const named = questionId.safeParse(id)
  const mistakes: Mistake[] = [...source.mistakes]
  if (!named.success)
    mistakes.push({
      file,
      line: 1,
      found: `file ${quote(id)}`,
      expected: named.error.issues[0]?.message ?? '',
      hint: 'It names the question.',
    })
  if (source.mistakes.length > 0) return { mistakes }
  const parsed = questionDefinition.safeParse(source.data)
  if (!parsed.success) return { mistakes: [...mistakes, ...mistakesOf(parsed.error.issues, source.data, source, form)] }
  const { points, covers, proof } = parsed.data
  const stranger = (path: (string | number)[], what: string, word: string, all: string[]) => {
    if (all.includes(word)) return
    mistakes.push({
      file,
      line: source.lineOf(path),
      found: `${what} ${quote(word)}`,
      ...choice(word, family(word, all)),
    })
  }
  for (const [n, unit] of covers.entries()) stranger(['covers', n], 'unit', unit, known.units)
  for (const [n, point] of points.entries()) {
    stranger(['points', n, 'unit'], 'unit', point.unit, known.units)
    if (points.findIndex(({ id }) => id === point.id) === n) continue
    const line = source.lineOf(['points', n, 'id'])
    mistakes.push({ file, line, found: `point ${quote(point.id)} again`, expected: 'an id of its own', hint: '' })
  }
  stranger(['proof', 'lab'], 'lab', proof.lab, known.labs)
  return mistakes.length > 0 ? { mistakes } : { question: { id, ...parsed.data }, mistakes }
}

/** Hundreds of units are no help in a message: those of the same family are. */
function family(word: string, all: string[]): string[] {
  const near = all.filter((one) => one.split('.')[0] === word.split('.')[0])
  return near.length > 0 ? near : all
}
