/**
 * Each preset as it is handed over: the create.sh of the bundle that the built command makes of it says first all that the
 * host lacks, on a host that has nothing and on the lab's; then it makes a VM that starts, and destroy.sh takes it away
 * again. What the lab's host can't be given is replaced: the processor is emulated, the memory is small, and an image is
 * one that is there.
 */
import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { type Design, readSpecs, type VmSpec, writeSpec } from '../../src/core/index.ts'
import { emptyQcow2 } from '../qcow2.ts'
import { inLab, labIsMissing, labScript } from './lab.ts'

const built = path.join(import.meta.dirname, '../../dist/cli/vmwright.js')
const reason = existsSync(built) ? labIsMissing() : 'the command is not built'
const vmwright = (...words: readonly string[]) =>
  execFileSync('node', [built, ...words], { encoding: 'utf8' })

const folder = reason === undefined ? mkdtempSync('/var/tmp/vmwright-presets-') : ''
afterAll(() => {
  if (folder !== '') rmSync(folder, { recursive: true, force: true })
})

const presets =
  reason === undefined
    ? vmwright('preset')
        .split('\n')
        .flatMap((line) => /^([a-z0-9-]+) /.exec(line)?.[1] ?? [])
    : []

/** A user network needs no rights; bridges, libvirt's own network and the system's images do. */
function connectionOf({ network, libvirt }: VmSpec): 'session' | 'system' {
  return network?.mode === 'user' && libvirt?.devices?.hostdevs === undefined ? 'session' : 'system'
}

/** The smallest change with which the lab's host can start it. */
function forLab({ name, spec }: Design, image: string): Design {
  const { memory_backing: backing, cputune: _, launch_security: __, ...libvirt } = spec.libvirt ?? {}
  const { hugepages: ___, ...otherBacking } = backing ?? {}
  const { loader: ____, ...os } = libvirt.os ?? {}
  const { topology } = libvirt.cpu ?? {}
  return {
    name,
    spec: {
      ...spec,
      ram: '256M',
      ...(spec.source?.url === undefined ? {} : { source: { ...spec.source, url: image } }),
      libvirt: {
        ...libvirt,
        os,
        type: 'qemu',
        cpu: { mode: 'maximum', ...(topology && { topology }) },
        ...(backing && { memory_backing: otherBacking }),
      },
    },
  }
}

const hosts = {
  system: { connection: 'system', arch: 'x86_64', distro: 'debian' },
  session: {
    connection: 'session',
    arch: 'x86_64',
    distro: 'debian',
    user: {
      name: 'dev',
      uid: 1000,
      gid: 1000,
      subuid: { start: 100_000, count: 65_536 },
      subgid: { start: 100_000, count: 65_536 },
    },
  },
}

function give(place: string): void {
  for (const name of ['.', ...readdirSync(place, { recursive: true, encoding: 'utf8' })])
    chownSync(path.join(place, name), 1000, 1000)
}

const users = { system: 'root', session: 'dev' } as const

/** The bundles of all presets, each in the folder of its connection. */
function makeBundles(place: string, changed: (design: Design, place: string) => Design): void {
  for (const [connection, host] of Object.entries(hosts)) {
    mkdirSync(path.join(place, connection), { recursive: true })
    writeFileSync(path.join(place, `${connection}.json`), JSON.stringify(host))
  }
  for (const preset of presets) {
    const [design] = readSpecs(vmwright('preset', preset), { defaultName: preset }).designs
    if (design === undefined) continue
    const connection = connectionOf(design.spec)
    const file = path.join(place, `${preset}.yml`)
    writeFileSync(file, writeSpec(changed(design, path.join(place, connection))))
    const host = path.join(place, `${connection}.json`)
    vmwright('bundle', file, '--host', host, '--out', path.join(place, connection, preset), '--force')
  }
  give(path.join(place, 'session'))
}

describe('the bundle of a preset', () => {
  test.skipIf(reason !== undefined)(
    'says all that a bare host lacks before it makes anything',
    async () => {
      const place = path.join(folder, 'bare')
      makeBundles(place, (design) => design)
      chmodSync(folder, 0o755)
      copyFileSync(labScript('bare-host.sh'), path.join(place, 'bare-host.sh'))
      const words = ['sh', path.join(place, 'bare-host.sh'), place]
      const { printed, status } = await inLab(place, 'root', words, { network: 'own' })
      expect(status, printed).toBe(0)
      await expect(readFileSync(path.join(place, 'said'), 'utf8')).toMatchFileSnapshot(
        '../expected/presets-on-a-bare-host.txt',
      )
    },
    300_000,
  )

  test.skipIf(reason !== undefined)(
    'says all that the lab lacks, then makes a VM that starts, and takes it away',
    async () => {
      const lab = path.join(folder, 'lab')
      makeBundles(lab, (design, place) => forLab(design, path.join(place, 'image.qcow2')))
      chmodSync(folder, 0o755)
      const rows: Record<string, string> = {}
      for (const [connection, user] of Object.entries(users)) {
        const place = path.join(lab, connection)
        writeFileSync(path.join(place, 'image.qcow2'), emptyQcow2())
        copyFileSync(labScript('preset.sh'), path.join(place, 'preset.sh'))
        give(path.join(lab, 'session'))
        const words = ['sh', path.join(place, 'preset.sh'), place, connection]
        const { printed } = await inLab(place, user, words, { network: 'own' })
        for (const line of printed.split('\n')) {
          const [name, said] = line.split('\t')
          if (name !== undefined && said !== undefined) rows[name] = said
        }
        process.stdout.write(`${printed}\n`)
      }
      expect(rows).toEqual(Object.fromEntries(presets.map((preset) => [preset, 'ok'])))
    },
    900_000,
  )
})
