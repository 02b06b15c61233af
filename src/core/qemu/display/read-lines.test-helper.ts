/** What the tests of this folder share: command lines read, and written again. */
import type { Domain } from '../../domain/index.ts'
import { readArgv } from '../index.ts'
import { found, written } from '../written-lines.test-helper.ts'

/** The devices of a command line. */
export function devicesRead(line: string, machine = '-nodefaults -display none') {
  const { domain } = readArgv(`qemu-system-x86_64 ${machine} ${line}`).commands[0] ?? {}
  return { ...domain?.devices }
}

/** What is kept word for word. */
export function kept(line: string): string[] {
  const { domain } = readArgv(`qemu-system-x86_64 -nodefaults ${line}`).commands[0] ?? {}
  return [
    ...(domain?.qemu_arguments ?? [])
      .map(({ value }) => value ?? '')
      .filter((word) => word !== '-nodefaults'),
    ...(domain?.qemu_overrides ?? []).flatMap(({ alias, properties }) =>
      (properties ?? []).map(({ name, value }) => `${alias} ${name}=${value}`),
    ),
  ]
}

/** Codes of what is said about a command line. */
export function remarks(line: string): string[] {
  return readArgv(`qemu-system-x86_64 ${line}`).findings.map(({ code }) => code)
}

/** What the command line becomes when it is read and written again, options of these names only. */
export function again(line: string, ...names: readonly string[]): string[] {
  const { domain } = readArgv(`qemu-system-x86_64 -nodefaults ${line}`).commands[0] ?? {}
  return written(domain ?? {}).filter((one) => names.some((name) => one.startsWith(`-${name} `)))
}

/** What is found about the devices of this folder: codes and places. */
export function complaints(devices: NonNullable<Domain['devices']>, qemu?: string): string[] {
  return found({ devices }, qemu === undefined ? {} : { qemu }).filter((one) =>
    / devices\.(?:graphics|video|sound|audio|inputs|hub|redir\w+|smartcard)\b/.test(one),
  )
}
