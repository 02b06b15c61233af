/**
 * 95 configurations of qemu-server's own tests, each with the command that Proxmox VE makes of it: reading the one and the
 * other meets in the same hardware, but for what `pairs.test-data.ts` says and why.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import type { Domain } from '../../domain/index.ts'
import { defaultHost, type HostFacts } from '../../host/index.ts'
import { readArgv } from '../../qemu/index.ts'
import { hardwareOf } from './hardware.test-helper.ts'
import { differentPairs } from './pairs.test-data.ts'
import { readProxmox } from './read.ts'

const folder = path.join(import.meta.dirname, '../../../../../shared/fleet/data/pve-cfg2cmd')
const names = existsSync(folder)
  ? readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.conf.cmd'))
      .map((name) => name.slice(0, -9))
      .sort()
  : []

function differences(name: string): string[] {
  const conf = readFileSync(path.join(folder, `${name}.conf`), 'utf8')
  const command = readFileSync(path.join(folder, `${name}.conf.cmd`), 'utf8')
  const read = readProxmox(conf, 'vm', nodeOf(conf)).vms[0]?.domain ?? {}
  const made = readArgv(command, 'vm').commands[0]?.domain ?? {}
  const one = hardwareOf(read, !hasOwnNames(made))
  const other = hardwareOf(made, !hasOwnNames(made))
  return Object.keys(one).filter(
    (part) => JSON.stringify(Reflect.get(one, part)) !== JSON.stringify(Reflect.get(other, part)),
  )
}

/** The node that the command was made on, as its tests say it. */
function nodeOf(conf: string): HostFacts {
  const word = (key: string) => new RegExp(`^# ${key}: (\\w+)`, 'm').exec(conf)?.[1]
  return {
    ...defaultHost,
    arch: word('HOST_ARCH') ?? 'x86_64',
    cpu_vendor: word('HOST_CPU_VENDOR') ?? 'GenuineIntel',
  }
}

/** iSCSI has numbers for the volumes. */
function hasOwnNames({ devices }: Domain): boolean {
  return devices?.disks?.some(({ source }) => source?.protocol === 'iscsi') === true
}

test.skipIf(names.length === 0)('a configuration and its command meet (skipped without ../shared)', () => {
  const different = Object.fromEntries(
    names.map((name) => [name, differences(name)] as const).filter(([, parts]) => parts.length > 0),
  )
  const told = Object.fromEntries(Object.entries(differentPairs).map(([name, { parts }]) => [name, parts]))
  expect(different).toEqual(told)
  expect(names.length).toBeGreaterThanOrEqual(95)
  expect(names.length - Object.keys(different).length).toBeGreaterThanOrEqual(85)
})
