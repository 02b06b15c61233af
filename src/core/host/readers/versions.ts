/** /etc/os-release, and the versions that `virsh version` and QEMU print. Source: os-release(5). */
import type { HostFacts } from '../facts.ts'
import { type HostLine, known, type ReaderResult } from './reader.ts'

/** A line of os-release. */
export const osReleaseLine = /^[A-Z][A-Z_0-9]{1,40}=/

/** Reads ID and VERSION_ID. */
export function readOsRelease(lines: readonly HostLine[]): ReaderResult {
  const fields = new Map<string, string>()
  for (const { text } of lines) {
    const equals = text.indexOf('=')
    const value = text.slice(equals + 1).trim()
    fields.set(text.slice(0, equals).trim(), /^(["']).*\1$/.test(value) ? value.slice(1, -1) : value)
  }
  const distro = fields.get('ID') || undefined
  const version = fields.get('VERSION_ID') || undefined
  const facts: HostFacts = { ...known('distro', distro), ...known('distro_version', version) }
  const summary = fields.get('PRETTY_NAME') ?? ([distro, version].filter(Boolean).join(' ') || 'no ID')
  return { kind: 'os-release', title: '/etc/os-release', summary, facts, findings: [] }
}

const versionLine =
  /^(?:(Using library: libvirt|Running hypervisor: QEMU|QEMU emulator version|libvirtd \(libvirt\)) (\d{1,4}(?:\.\d{1,4}){0,3})|Compiled against library:|Using API:|Copyright .*Fabrice Bellard)/

/** True for a line that says a version. */
export function isVersionLine(text: string): boolean {
  return versionLine.test(text)
}

/** Reads the versions of libvirt and QEMU. */
export function readVersions(lines: readonly HostLine[]): ReaderResult {
  const found: { libvirt?: string; qemu?: string } = {}
  for (const { text } of lines) {
    const [, what, version] = versionLine.exec(text.trim()) ?? []
    if (what === undefined || version === undefined) continue
    if (what.includes('libvirt')) found.libvirt = version
    else found.qemu = version
  }
  const words = [found.libvirt && `libvirt ${found.libvirt}`, found.qemu && `QEMU ${found.qemu}`].filter(
    Boolean,
  )
  return {
    kind: 'virsh-version',
    title: 'versions',
    summary: words.join(', ') || 'none',
    facts: found,
    findings: [],
  }
}
