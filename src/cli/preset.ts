/** `vmwright preset`: the designs that people build, as a list or one of them as vm.yml. */
import { type Preset, presets } from '../presets/index.ts'
import type { Io } from './io.ts'
import type { PresetCommand } from './usage.ts'

/** @returns the exit status */
export function preset(command: PresetCommand, io: Io): number {
  const wanted = presets.find(({ id }) => id === command.preset)
  io.stdout(wanted === undefined ? list() : wanted.text)
  return 0
}

function list(): string {
  const width = Math.max(...presets.map(({ id }) => id.length)) + 2
  const lines = ({ id, about, needs }: Preset) => [
    `${id.padEnd(width)}${about}`,
    ...needs.map(({ text }, index) => `${' '.repeat(width)}${index === 0 ? 'needs ' : '      '}${text}`),
  ]
  return `${presets.flatMap(lines).join('\n')}\n`
}
