/** `args`: words of QEMU's own command line, which root alone may say. */
import { boardOf, type Domain } from '../../../domain/index.ts'
import type { Finding } from '../../../finding.ts'
import { readArgv } from '../../../qemu/index.ts'
import { isRecord, type UnknownRecord } from '../../../table/index.ts'
import { ownValue, setOwn } from '../../../text/index.ts'

/** What QEMU has without a word, beside which nothing that is read here means anything. */
const start = '-nodefaults -machine'

/**
 * Adds what the words say: devices that libvirt has become devices, all else stays a word of QEMU's.
 *
 * @returns the findings of the reader of command lines
 */
export function readArgs(
  domain: Domain,
  args: string,
): { readonly domain: Domain; readonly findings: readonly Finding[] } {
  const { arch = 'x86_64', machine = 'pc' } = domain.os ?? {}
  if (boardOf(machine) === 'other' && arch === 'x86_64') return asWords(domain, args)
  const { commands, findings } = readArgv(
    `qemu-system-${arch} ${start} ${machine} ${args.replaceAll(/[\r\n]+/g, ' ')}`,
  )
  const [read] = commands
  if (read === undefined || commands.length > 1) return asWords(domain, args)
  const said = read.domain
  const devices: Record<string, unknown> = { ...domain.devices }
  for (const [list, items] of Object.entries(said.devices ?? {}))
    if (Array.isArray(items) && list !== 'controllers')
      setOwn(devices, list, [...listOf(ownValue(devices, list)), ...items])
    else if (isRecord(items) && list === 'vsock') setOwn(devices, list, items)
  return {
    domain: {
      ...domain,
      devices: devicesOf(devices, domain),
      ...(said.qemu_arguments === undefined ? {} : { qemu_arguments: said.qemu_arguments }),
      ...(said.qemu_overrides === undefined ? {} : { qemu_overrides: said.qemu_overrides }),
    },
    findings,
  }
}

function devicesOf(held: UnknownRecord, { devices }: Domain): NonNullable<Domain['devices']> {
  return { ...devices, ...held }
}

function listOf(held: unknown): readonly unknown[] {
  return Array.isArray(held) ? held : []
}

function asWords(
  domain: Domain,
  args: string,
): { readonly domain: Domain; readonly findings: readonly Finding[] } {
  const words = args.split(/\s+/).filter((word) => word !== '')
  return { domain: { ...domain, qemu_arguments: words.map((value) => ({ value })) }, findings: [] }
}
