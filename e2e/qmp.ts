/** As much of the QEMU Machine Protocol as it takes to ask a QEMU how it is. */
import { existsSync } from 'node:fs'
import { createConnection } from 'node:net'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'

/**
 * Sends commands one after the other.
 *
 * @param isOver true when QEMU ended, so that nothing is waited for
 * @returns what each command gave, as the JSON text of its line
 */
export async function askQmp(
  socket: string,
  commands: readonly string[],
  isOver: () => boolean,
): Promise<string[]> {
  while (!existsSync(socket)) {
    if (isOver()) return []
    await sleep(50)
  }
  const connection = createConnection(socket)
  const answers: string[] = []
  const waiting = ['qmp_capabilities', ...commands]
  const sendNext = () => {
    const next = waiting.shift()
    if (next === undefined) connection.end()
    else connection.write(`${JSON.stringify({ execute: next })}\n`)
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
