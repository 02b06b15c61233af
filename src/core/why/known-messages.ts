/** All messages that are known, each with what it means: those of the tables here, and those that the rules quote. */
import type { FindingCode } from '../finding-codes.ts'
import { allRules } from '../rules/index.ts'
import type { Cause, Speaker } from './cause.ts'
import { type MessagePattern, messagePattern } from './message-pattern.ts'
import { allMessages } from './messages/index.ts'
import { quotedMessages } from './quoted-messages.ts'

/** The codes of causes that no rule says. They never change once published. */
export type WhyCode = Extract<keyof typeof allMessages, `why.${string}`>

/** What an answer is filtered by: a rule’s id, or a code of its own. */
export type CauseCode = WhyCode | FindingCode

/** One message with what it means. */
export interface KnownMessage {
  readonly code: CauseCode
  readonly by: Speaker
  readonly pattern: MessagePattern
  readonly cause: Cause | undefined
  /** What the rule is about, in a few words; undefined for a code that is no rule’s. */
  readonly title: string | undefined
  readonly example: readonly string[]
}

let made: readonly KnownMessage[] | undefined

/** Every message, compiled when the first one is asked for. */
export function knownMessages(): readonly KnownMessage[] {
  made ??= makeMessages()
  return made
}

function makeMessages(): KnownMessage[] {
  const titles = new Map<string, string>(allRules.map(({ id, title }) => [id, title]))
  const causes: ReadonlyMap<string, Cause> = new Map(Object.entries(allMessages))
  const codes: readonly (keyof typeof allMessages)[] = allKeys(allMessages)
  const declared = codes.flatMap((code): KnownMessage[] => {
    const { by, says }: Cause = allMessages[code]
    return says.map((message) => ({
      code,
      by,
      pattern: messagePattern(message),
      cause: allMessages[code],
      title: titles.get(code),
      example: [],
    }))
  })
  const quoted = allRules.flatMap(({ id, title, source }) =>
    quotedMessages(source).map(
      ({ by, says, example }): KnownMessage => ({
        code: id,
        by,
        pattern: messagePattern(says),
        cause: causes.get(id),
        title,
        example,
      }),
    ),
  )
  return [...declared, ...quoted]
}

function allKeys<K extends string>(table: Readonly<Record<K, unknown>>): K[] {
  const keys: K[] = []
  for (const key in table) keys.push(key)
  return keys
}
