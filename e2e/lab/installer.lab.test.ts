/**
 * Debian's installer on a new disk: the bundle of a design with an ISO as Debian lays it out, of the kernel and initrd that
 * Debian packages. Its create.sh starts it under libvirt, and the serial console tells that our answers are read.
 */
import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { bundle } from '../../src/core/bundle/index.ts'
import type { Design } from '../../src/core/spec/index.ts'
import { inLab, labIsMissing, labScript } from './lab.ts'

const netboot = '/usr/lib/debian-installer/images/12/amd64/text/debian-installer/amd64'

function whatIsMissing(): string | undefined {
  if (!existsSync(netboot)) return 'the package debian-installer-12-netboot-amd64 is not installed'
  if (spawnSync('xorriso', ['-version']).error !== undefined) return 'xorriso is not installed'
  return labIsMissing()
}

const reason = whatIsMissing()
const folder = reason === undefined ? mkdtempSync('/var/tmp/vmwright-installer-') : ''
afterAll(() => {
  if (folder !== '') rmSync(folder, { recursive: true, force: true })
})

const host = {
  arch: 'x86_64',
  distro: 'debian',
  connection: 'session',
  user: { name: 'dev', uid: 1000, gid: 1000 },
  paths: { state_dir: '/home/dev/vms/{name}' },
} as const

function design(place: string): Design {
  return {
    name: 'new',
    spec: {
      guest: 'debian-12',
      disk_size: '4G',
      ram: '1536M',
      installer: { path: path.join(place, 'debian.iso'), unattended: { enabled: true } },
      cloud_init: { hostname: 'quince', locale: 'de_AT.UTF-8', timezone: 'Europe/Vienna' },
      ssh: { user: 'dev', key_source: 'generate' },
      libvirt: {
        type: 'qemu',
        cpu: { mode: 'maximum' },
        devices: {
          serial: [{ type: 'file', source: { path: path.join(place, 'serial') } }],
        },
      },
    },
  }
}

/** A bootable disc with the paths of Debian's. */
function makeIso(file: string): void {
  const tree = path.join(folder, 'tree')
  mkdirSync(path.join(tree, 'install.amd'), { recursive: true })
  cpSync(path.join(netboot, 'linux'), path.join(tree, 'install.amd/vmlinuz'))
  cpSync(path.join(netboot, 'initrd.gz'), path.join(tree, 'install.amd/initrd.gz'))
  const words = ['-as', 'mkisofs', '-quiet', '-r', '-J', '-V', 'Debian', '-o', file, tree]
  expect(spawnSync('xorriso', words, { encoding: 'utf8' })).toMatchObject({ status: 0 })
}

describe('Debian’s installer', () => {
  test.skipIf(reason !== undefined)(
    `starts on a new disk with our preseed read${reason === undefined ? '' : `: ${reason}`}`,
    async () => {
      chmodSync(folder, 0o755)
      const place = path.join(folder, `a b'"$(x)`)
      mkdirSync(place)
      makeIso(path.join(place, 'debian.iso'))
      const made = path.join(place, 'bundle')
      for (const { name, bytes, executable } of bundle(design(place), host).files) {
        const file = path.join(made, name)
        mkdirSync(path.dirname(file), { recursive: true })
        writeFileSync(file, bytes)
        if (executable) chmodSync(file, 0o755)
      }
      cpSync(labScript('installer.sh'), path.join(place, 'installer.sh'))
      for (const name of ['.', ...readdirSync(place, { recursive: true, encoding: 'utf8' })])
        chownSync(path.join(place, name), 1000, 1000)
      const { printed, status } = await inLab(place, 'dev', ['sh', path.join(place, 'installer.sh'), place])
      process.stdout.write(printed)
      expect(status, printed).toBe(0)
      expect(printed).toContain('vmwright: the answers are read')
      expect(printed).toContain('== done')
    },
    1_200_000,
  )
})
