/** As much of the QEMU Machine Protocol as it takes to ask a QEMU how it is. */
import { once } from 'node:events'
import { createConnection, type Socket } from 'node:net'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { isRecord } from '../src/core/table/index.ts'

/** A command of QMP: its name, with arguments where it has some. */
export type QmpCommand =
  | string
  | { readonly execute: string; readonly arguments: Readonly<Record<string, unknown>> }

/**
 * Sends commands one after the other.
 *
 * @param isOver true when QEMU ended, so that nothing is waited for
 * @returns what each command gave, as the JSON text of its line
 */
export async function askQmp(
  socket: string,
  commands: readonly QmpCommand[],
  isOver: () => boolean,
): Promise<string[]> {
  const connection = await connectTo(socket, isOver)
  if (connection === undefined) return []
  const answers: string[] = []
  const waiting: QmpCommand[] = ['qmp_capabilities', ...commands]
  const sendNext = () => {
    const next = waiting.shift()
    if (next === undefined) connection.end()
    else connection.write(`${JSON.stringify(typeof next === 'string' ? { execute: next } : next)}\n`)
  }
  try {
    for await (const line of createInterface({ input: connection })) {
      if (line.startsWith('{"QMP"')) sendNext()
      if (line.startsWith('{"return"') || line.startsWith('{"error"')) {
        answers.push(line)
        sendNext()
      }
    }
  } catch (error) {
    // A QEMU that was told to quit may close its end first.
    if (answers.length <= commands.length) throw error
  }
  return answers.slice(1)
}

/** The socket is there a moment before QEMU listens on it. */
async function connectTo(socket: string, isOver: () => boolean): Promise<Socket | undefined> {
  while (!isOver()) {
    const connection = createConnection(socket)
    try {
      await once(connection, 'connect')
      return connection
    } catch {
      await sleep(50)
    }
  }
  return undefined
}

/** A conversation: each answer is there before the next question. */
export interface QmpSession {
  /** @returns what the command gave; undefined for an error */
  readonly ask: (execute: string, args?: Readonly<Record<string, unknown>>) => Promise<unknown>
  /** Has QEMU quit. */
  readonly end: () => Promise<void>
}

/** @returns undefined when QEMU ended before it listened */
export async function openQmp(socket: string, isOver: () => boolean): Promise<QmpSession | undefined> {
  const connection = await connectTo(socket, isOver)
  if (connection === undefined) return undefined
  const lines = createInterface({ input: connection })[Symbol.asyncIterator]()
  const answer = async (): Promise<unknown> => {
    for (;;) {
      const { value, done } = await lines.next()
      if (done === true) throw new Error('QEMU ended in the middle of a conversation')
      const held: unknown = JSON.parse(value)
      if (isRecord(held) && 'error' in held) return undefined
      if (isRecord(held) && 'return' in held) return held['return']
    }
  }
  const ask = (execute: string, args = {}) => {
    connection.write(`${JSON.stringify({ execute, arguments: args })}\n`)
    return answer()
  }
  await ask('qmp_capabilities')
  const end = async () => {
    await ask('quit')
    connection.destroy()
  }
  return { ask, end }
}
