/** Finds fields, parts, presets and actions by what they are called, by anybody, and by what they say. */

import { ownValue } from '../../core/index.ts'
import type { Action } from '../actions/action.ts'
import { type ActionKind, everyAction, kindNames } from '../actions/every-action.ts'
import { spellShortcut } from '../actions/index.ts'
import { goToSpecPath } from '../go.ts'
import { partOf } from '../parts.ts'
import { vmDocument } from '../store.ts'
import type { IconName } from '../ui/index.ts'
import { actionWords } from './action-words.ts'
import { settings, type Words } from './settings.ts'
import { noSynonyms, type Synonyms, synonymsOf } from './synonyms.ts'
import { valuesIn } from './values.ts'

export interface Found {
  /** Unique: the id of an action, or the path of a field as text. */
  readonly id: string
  readonly label: string
  /** The XML or YAML name of a field, or what it says. */
  readonly name?: string | undefined
  /** The title of a field's part, or what kind of action it is. */
  readonly part: string
  /** What it is for, where that is not said by its label. */
  readonly about?: string | undefined
  readonly icon?: IconName | undefined
  readonly shortcut?: string | undefined
  /** Why it can't be done now. */
  readonly disabledReason?: string | undefined
  readonly go: () => void
}

interface Candidate {
  readonly found: Found
  readonly words: Words
  readonly synonyms: Synonyms
  /** Of two that are equally good the lower one comes first. */
  readonly rank: number
}

const mostResults = 40

/** What has every word of the query, the best first: what people call it, then the label, the name, values and help. */
export function find(query: string): readonly Found[] {
  const wanted = query.toLowerCase().trim().split(/\s+/)
  if (wanted[0] === '') return []
  const scored = [...ofSettings(), ...ofActions(), ...ofDesign()].map((candidate) => ({
    candidate,
    score: scoreOf(candidate, wanted),
  }))
  const seen = new Set<string>()
  return scored
    .filter(({ score }) => score > 0)
    .sort((one, other) => other.score - one.score || byRank(one.candidate, other.candidate))
    .map(({ candidate }) => candidate.found)
    .filter(({ id }) => seen.size < seen.add(id).size)
    .slice(0, mostResults)
}

function byRank(one: Candidate, other: Candidate): number {
  const [before, after] = [one.synonyms.order, other.synonyms.order]
  return before === after ? one.rank - other.rank : before - after
}

/** Every action, as it is listed while nothing is asked for: what can't be done now comes last. */
export function allActions(): readonly Found[] {
  const all = ofActions().map(({ found }) => found)
  const canBeDone = ({ disabledReason }: Found) => disabledReason === undefined
  return [...all.filter(canBeDone), ...all.filter((found) => !canBeDone(found))]
}

let ofTables: readonly Candidate[] | undefined

function ofSettings(): readonly Candidate[] {
  ofTables ??= settings().map(({ id, path, label, name, part, words }) => ({
    found: { id, label, name, part, go: () => goToSpecPath(path) },
    words,
    synonyms: synonymsOf(id),
    rank: path.length,
  }))
  return ofTables
}

function ofActions(): readonly Candidate[] {
  return everyAction().map(({ action, kind }) => {
    const { id, label, icon, about, shortcut, when, perform } = action
    return {
      found: {
        id,
        label,
        part: kindNames[kind],
        about,
        icon,
        shortcut: shortcut === undefined ? undefined : spellShortcut(shortcut),
        disabledReason: when(),
        go: perform,
      },
      words: { label: label.toLowerCase(), key: '', name: '', values: [], help: (about ?? '').toLowerCase() },
      synonyms: kind === 'Part' ? synonymsOf(id) : { words: wordsOfAction(action, kind), order: -1 },
      // After a field of the design's first level with the same name, before one that lies deeper.
      rank: 1.5,
    }
  })
}

/** An action of its own name comes before whatever else the word may mean. */
function wordsOfAction({ id, label }: Action, kind: ActionKind): readonly string[] {
  const words = ownValue(actionWords, id)?.split(', ') ?? []
  return kind === 'Action' ? [label.replace(/ …$/, '').toLowerCase(), ...words] : words
}

function ofDesign(): readonly Candidate[] {
  return valuesIn(vmDocument.store.getState().design.spec).map(({ path, label, value }) => ({
    found: {
      id: path.join('.'),
      label,
      name: value,
      part: partOf(path)?.title ?? '',
      go: () => goToSpecPath(path),
    },
    words: { label: '', key: '', name: '', values: [value.toLowerCase()], help: '' },
    synonyms: noSynonyms,
    rank: path.length,
  }))
}

function scoreOf({ words, synonyms }: Candidate, wanted: readonly string[]): number {
  return Math.max(scoreOfSynonyms(synonyms, wanted), scoreOfWords(words, wanted))
}

function scoreOfSynonyms({ words }: Synonyms, wanted: readonly string[]): number {
  const phrase = wanted.join(' ')
  if (words.includes(phrase)) return 100
  if (words.some((synonym) => synonym.startsWith(phrase))) return 45
  return words.some((synonym) => wanted.every((word) => startsAWord(synonym, word))) ? 35 : 0
}

/** The mean of what its words are worth; nothing when one is missing. */
function scoreOfWords(words: Words, wanted: readonly string[]): number {
  const scores = wanted.map((word) => scoreOfWord(words, word))
  if (scores.includes(0)) return 0
  return (5 * scores.reduce((sum, score) => sum + score, 0)) / scores.length
}

function scoreOfWord({ label, key, name, values, help }: Words, word: string): number {
  if (label === word) return 12
  if (values.includes(word)) return 11
  if (key === word) return 10
  if (label.startsWith(word)) return 8
  if (startsAWord(name, word)) return 7
  if (startsAWord(label, word)) return 6
  if (values.some((value) => startsAWord(value, word))) return 5
  if (label.includes(word) || name.includes(word)) return 4
  return startsAWord(help, word) ? 2 : 0
}

function startsAWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
    if (at === 0 || !/[a-z0-9]/.test(text.charAt(at - 1))) return true
  return false
}
