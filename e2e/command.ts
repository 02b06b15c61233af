/** The command as a shell runs it, in this process. */
import { main } from '../src/cli/main.ts'
import { nodeIo } from '../src/cli/node-io.ts'

export interface Ran {
  readonly status: number
  readonly out: string
  readonly err: string
}

/** @param stdin what the INPUT `-` reads */
export async function vmwright(argv: readonly string[], stdin = ''): Promise<Ran> {
  const printed = { out: '', err: '' }
  const status = await main(argv, {
    ...nodeIo,
    read: (name) => (name === '-' ? Promise.resolve({ text: stdin }) : nodeIo.read(name)),
    stdout: (text) => {
      printed.out += text
    },
    stderr: (text) => {
      printed.err += text
    },
  })
  return { status, ...printed }
}
