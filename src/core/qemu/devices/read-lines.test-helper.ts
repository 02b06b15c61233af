/** What the tests of these devices share: the lines that they write, and what is read from lines. */
import type { Devices, Domain } from '../../domain/index.ts'
import type { HostFacts } from '../../host/index.ts'
import { readArgv } from '../read.ts'
import { written } from '../written-lines.test-helper.ts'

const alone: Devices = { memballoon: { model: 'none' } }

/** What is written for devices beside those that are there anyway; the places that they are given are cut off. */
export function lines(devices: Devices, domain: Domain = {}, host?: HostFacts): string[] {
  const others = new Set(bare({ ...domain, devices: alone }, host))
  return bare({ ...domain, devices: { ...alone, ...devices } }, host).filter(
    (line) => !others.has(line) && !/^-device pci/.test(line),
  )
}

function bare(domain: Domain, host: HostFacts | undefined): string[] {
  return written(domain, host).map((line) =>
    line.replace(/,bus=[^,]+(?:,multifunction=on)?,(?:addr|port)=[^,]+/, ''),
  )
}

/** The devices that a command line with these options has. */
export function readLines(options: readonly string[]): Devices {
  const [command] = readArgv(`qemu-system-x86_64 -nodefaults ${options.join(' ')}`).commands
  return command?.domain.devices ?? {}
}

/** What is kept as it is of a command line with these options. */
export function keptOf(options: readonly string[]): string[] {
  const [command] = readArgv(`qemu-system-x86_64 -nodefaults ${options.join(' ')}`).commands
  return (command?.domain.qemu_arguments ?? []).map(({ value }) => value ?? '')
}

/** The lines for the devices that are read from the lines of these devices. */
export function linesAgain(devices: Devices): string[] {
  return lines(readLines(lines(devices)))
}
