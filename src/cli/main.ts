/** The command without a process around it: arguments in, exit status out. */
import packageJson from '../../package.json' with { type: 'json' }
import { bundleVm } from './bundle.ts'
import { check } from './check.ts'
import { compareVms } from './compare.ts'
import { convert, wrongOut } from './convert.ts'
import type { Io } from './io.ts'
import { preset } from './preset.ts'
import { systems } from './systems.ts'
import { readArguments } from './usage.ts'
import { usage } from './usage-text.ts'
import { why } from './why.ts'

/**
 * @param argv the arguments behind the name of the program
 * @returns 0 no errors, 1 an input had errors, 2 wrong usage; of compare those of diff
 */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  const command = readArguments(argv)
  switch (command.name) {
    case 'help':
      io.stdout(usage)
      return 0
    case 'version':
      io.stdout(`${packageJson.version}\n`)
      return 0
    case 'wrong':
      return wrongUsage(command.message, io)
    case 'convert': {
      const wrong = wrongOut(command, io)
      return wrong === undefined ? await convert(command, io) : wrongUsage(wrong, io)
    }
    case 'check':
      return await check(command, io)
    case 'bundle':
      return await bundleVm(command, io)
    case 'preset':
      return preset(command, io)
    case 'systems':
      return systems(command, io)
    case 'why':
      return await why(command, io)
    case 'compare':
      return await compareVms(command, io)
  }
}

function wrongUsage(message: string, io: Io): number {
  io.stderr(`vmwright: ${message}\n\n${usage}`)
  return 2
}
