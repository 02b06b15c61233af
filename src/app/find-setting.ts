/** Finds a field by its label, its XML or YAML name, or a word of its help. */
import { type Path, type Shape, vmSpec } from './core.ts'
import { fieldAt } from './form/index.ts'
import { partOf } from './parts.ts'

export interface Setting {
  readonly id: string
  readonly path: Path
  readonly label: string
  readonly name: string
  readonly key: string
  /** The title of its part. */
  readonly part: string
  /** What it is found by, in lower case; the better ways first. */
  readonly words: readonly [label: string, name: string, help: string]
}

const deepest = 8
const mostResults = 40

let all: readonly Setting[] | undefined

/** Every field of the tables; an item of a list stands for all. Made at the first search. */
export function settings(): readonly Setting[] {
  all ??= [...collect(vmSpec, [])]
  return all
}

function* collect(shape: Shape, path: Path): Generator<Setting> {
  if (path.length > deepest * 2) return
  for (const [key, field] of Object.entries(shape)) {
    const here = [...path, key]
    const placed = fieldAt(here)
    if (placed === undefined) continue
    yield settingOf(here, placed)
    if (field.kind === 'child') yield* collect(field.shape(), here)
    if (field.kind === 'list') yield* collect(field.shape(), [...here, 0])
  }
}

function settingOf(path: Path, placed: NonNullable<ReturnType<typeof fieldAt>>): Setting {
  const around = path.filter((segment) => typeof segment === 'string').at(-2) ?? ''
  return {
    id: path.join('.'),
    path,
    label: placed.label,
    name: placed.name,
    key: placed.key,
    part: partOf(path)?.title ?? '',
    words: [
      placed.label.toLowerCase(),
      `${around} ${placed.key} ${placed.name}`.toLowerCase(),
      (placed.meta.help ?? '').toLowerCase(),
    ],
  }
}

/** The settings that have every word of the query, the best first: by label, then by name, then by help. */
export function findSettings(query: string): readonly Setting[] {
  const wanted = query
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
  if (wanted.length === 0) return []
  return settings()
    .flatMap((setting) => {
      const scores = wanted.map((word) => scoreOf(setting, word))
      return scores.includes(0) ? [] : [{ setting, score: scores.reduce((sum, score) => sum + score, 0) }]
    })
    .sort((one, other) => other.score - one.score || one.setting.path.length - other.setting.path.length)
    .slice(0, mostResults)
    .map(({ setting }) => setting)
}

function scoreOf({ key, words: [label, name, help] }: Setting, word: string): number {
  if (label === word) return 12
  if (key === word) return 10
  if (label.startsWith(word)) return 8
  if (startsAWord(name, word)) return 7
  if (startsAWord(label, word)) return 6
  if (label.includes(word) || name.includes(word)) return 4
  return startsAWord(help, word) ? 2 : 0
}

function startsAWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
    if (at === 0 || !/[a-z0-9]/.test(text.charAt(at - 1))) return true
  return false
}
