/** `vmwright systems`: what a design may say in `guest`, each with what it needs. */
import { type GuestSystem, guestSystems, systemFamilies } from '../core/index.ts'
import type { Io } from './io.ts'
import type { SystemsCommand } from './usage.ts'

/** @returns the exit status: 1 when no system has the words */
export function systems({ words }: SystemsCommand, io: Io): number {
  const wanted = words.flatMap((word) => word.toLowerCase().split(/\s+/))
  const found = guestSystems.filter((system) => {
    const names = namesOf(system)
    return wanted.every((word) => names.includes(word))
  })
  if (found.length === 0) {
    io.stderr(
      `vmwright: no system of the list is called ${words.join(' ')}; any other text in guest is as possible.\n`,
    )
    return 1
  }
  io.stdout(`${systemFamilies.flatMap((family) => section(family, found)).join('\n')}\n`)
  return 0
}

function namesOf({ id, name, alsoCalled = [] }: GuestSystem): string {
  return [id, name, ...alsoCalled].join(' ').toLowerCase()
}

const width = Math.max(...guestSystems.map(({ id }) => id.length)) + 2

function section(family: string, found: readonly GuestSystem[]): readonly string[] {
  const lines = found.filter((system) => system.family === family).flatMap(linesOf)
  return lines.length === 0 ? [] : [`${family}:`, ...lines]
}

function linesOf({ id, name, minimum, images, condition }: GuestSystem): readonly string[] {
  const image = images === undefined ? '' : ', official image'
  return [
    `  ${id.padEnd(width)}${name}: from ${minimum.ram} of memory and ${minimum.disk} of disk${image}`,
    ...(condition === undefined ? [] : [`  ${' '.repeat(width)}${condition}`]),
  ]
}
